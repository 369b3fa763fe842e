/** Frame, type, marks and states. */
export const shellSheet = `
body{margin:0}
body>textarea[aria-hidden=true]{position:absolute;top:0;right:0;height:0;min-height:0;visibility:hidden;
  overflow:hidden;pointer-events:none}
.wb-app,.wb-app *{box-sizing:border-box}
.wb-app{min-height:100vh;background:var(--pd-ground);color:var(--pd-text);font-variant-numeric:tabular-nums}
:where(.wb-app) :where(h1,h2,h3,p){margin:0}
:where(.wb-app) :where(h1){font-size:20px;line-height:28px;font-weight:600}
:where(.wb-app) :where(h2){font-size:16px;line-height:24px;font-weight:600}
:where(.wb-app) :where(h3){font-size:14px;line-height:22px;font-weight:600}
.wb-app a{color:var(--pd-primary);text-decoration:none}
.wb-app a:hover{text-decoration:underline;text-underline-offset:3px}
.wb-app :focus-visible{outline:2px solid var(--pd-primary);outline-offset:2px}
.wb-shell{display:grid;grid-template:"top top" auto "menu main" 1fr / 208px minmax(0,1fr);min-height:100vh}
.wb-top{grid-area:top;display:flex;align-items:center;gap:16px;padding:8px 20px;background:var(--pd-surface);
  border-bottom:1px solid var(--pd-line);position:sticky;top:0;z-index:10}
.wb-app .wb-brand{display:flex;align-items:center;gap:10px;font-size:16px;font-weight:600;color:var(--pd-text);width:172px}
.wb-app .wb-brand:hover{text-decoration:none}
.wb-brand-sign{width:22px;height:22px;border-radius:6px;background:var(--pd-primary);position:relative}
.wb-brand-sign::after{content:"";position:absolute;inset:6px;border:2px solid var(--pd-surface);border-top-color:transparent;
  border-radius:50%;transform:rotate(45deg)}
.wb-search{flex:1;max-width:420px}
.wb-tools{display:flex;align-items:center;gap:4px;margin-left:auto}
.wb-role{min-width:150px;margin:0 4px}
.wb-live{font-size:12px;white-space:nowrap;margin-right:8px;color:var(--pd-muted)}
.wb-live-live span{color:var(--pd-ok)}
.wb-live-offline{color:var(--pd-danger)}
.wb-menu{grid-area:menu;display:flex;flex-direction:column;gap:2px;padding:12px 8px;background:var(--pd-surface);
  border-right:1px solid var(--pd-line);position:sticky;top:53px;align-self:start;height:calc(100vh - 53px)}
.wb-app .wb-menu a{display:flex;align-items:center;gap:10px;height:40px;padding:0 12px;border-radius:6px;color:var(--pd-text)}
.wb-app .wb-menu a:hover{background:var(--pd-ground);text-decoration:none}
.wb-app .wb-menu a.active{background:var(--pd-primary-ground);color:var(--pd-primary);font-weight:600}
.wb-count{margin-left:auto;font-size:12px;font-weight:600;color:var(--pd-muted)}
.wb-main{grid-area:main;min-width:0;outline:none}
.wb-page{padding:20px 24px 40px;max-width:1560px;margin:0 auto;display:grid;gap:16px;align-content:start}
.wb-page-head{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px 16px;min-height:36px}
.wb-panel{background:var(--pd-surface);border:1px solid var(--pd-line);border-radius:8px;padding:16px 20px;min-width:0;
  display:grid;gap:12px;align-content:start}
.wb-panel-head{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px}
.wb-plain{list-style:none;margin:0;padding:0}
.wb-muted{color:var(--pd-muted)}
.wb-small{font-size:12px;line-height:20px}
.wb-nowrap{white-space:nowrap}
.wb-grow{flex:1}
.wb-spread{display:flex;justify-content:space-between;align-items:baseline;gap:12px}
.wb-actions{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.wb-clamp{overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.wb-person{font-weight:500;white-space:nowrap}
.wb-app .wb-number{font-weight:600;white-space:nowrap}
.wb-tone-danger{color:var(--pd-danger)}.wb-tone-urgent{color:var(--pd-urgent)}.wb-tone-warn{color:var(--pd-warn)}
.wb-tone-ok{color:var(--pd-ok)}.wb-tone-primary{color:var(--pd-primary)}.wb-tone-muted{color:var(--pd-muted)}
.wb-mark{white-space:nowrap}
.wb-mark.wb-tone-danger,.wb-mark.wb-tone-warn{font-weight:600}
.wb-tag{display:inline-block;margin-left:8px;padding:0 6px;border:1px solid currentColor;border-radius:4px;font-size:12px;
  line-height:18px;font-weight:500;white-space:nowrap}
.wb-unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wb-app .wb-skip{position:absolute;left:8px;top:-48px;background:var(--pd-surface);padding:8px 12px;z-index:20;border-radius:6px}
.wb-app .wb-skip:focus{top:8px}
.wb-waiting{padding:16px 24px;min-height:120px}
.wb-empty{display:grid;justify-items:center;gap:4px;padding:20px 16px;text-align:center}
.wb-empty-sign{width:44px;height:32px;border:2px dashed var(--pd-edge);border-radius:8px}
.wb-empty-title{font-weight:600}
.wb-failed{display:grid;gap:12px;justify-items:start}
.wb-findings{margin:4px 0 0;padding-left:18px}
.wb-closed{opacity:1;color:var(--pd-muted)!important;border-style:dashed!important;cursor:not-allowed!important}
.wb-start{padding:32px 24px 48px;max-width:1180px;margin:0 auto;display:grid;gap:24px;justify-items:start}
.wb-start-head{display:grid;gap:4px}
.wb-start-head h1{font-size:24px;line-height:32px}
.wb-cards{list-style:none;margin:0;padding:0;display:grid;gap:16px;width:100%;
  grid-template-columns:repeat(auto-fill,minmax(300px,1fr))}
.wb-card{background:var(--pd-surface);border:1px solid var(--pd-line);border-radius:8px;padding:20px;display:flex;
  flex-direction:column;gap:8px;align-items:flex-start}
.wb-card .ant-btn,.wb-card button{margin-top:auto}
.wb-card-done{border-color:var(--pd-ok)}
.wb-card-top{display:flex;justify-content:space-between;width:100%;font-size:12px}
.wb-card-place{font-weight:600;color:var(--pd-primary)}
.wb-code{display:flex;gap:12px;align-items:center;margin:0}
@media (max-width:1199px){
  .wb-shell{grid-template:"top" auto "menu" auto "main" 1fr / minmax(0,1fr)}
  .wb-menu{position:static;height:auto;flex-direction:row;overflow-x:auto;padding:4px 12px;border-right:0;
    border-bottom:1px solid var(--pd-line)}
  .wb-menu a{white-space:nowrap;flex:none}
  .wb-app .wb-brand{width:auto}
  .wb-search{min-width:180px}
  .wb-live{display:none}
  .wb-live-offline,.wb-live-reconnecting{display:inline}
}
@media (max-width:767px){
  .wb-shell{grid-template:"top" auto "main" 1fr "menu" auto / minmax(0,1fr)}
  .wb-top{flex-wrap:wrap;gap:4px 8px;padding:6px 12px;position:static}
  .wb-app .wb-brand{width:auto}
  .wb-search{order:3;flex:1 1 100%;max-width:none}
  .wb-tools{gap:0;flex-wrap:wrap;justify-content:flex-end}
  .wb-tools button{padding:0 6px}
  .wb-role{min-width:0;max-width:132px}
  .wb-menu{position:sticky;bottom:0;z-index:9;border-top:1px solid var(--pd-line);border-bottom:0;justify-content:space-around;
    padding:4px}
  .wb-app .wb-menu a{flex-direction:column;gap:0;height:48px;justify-content:center;font-size:12px;line-height:18px;padding:0 8px;
    position:relative}
  .wb-count{position:absolute;right:6px;top:2px}
  .wb-page{padding:12px 12px 32px}
  .wb-panel{padding:12px}
  .wb-start{padding:16px 12px 32px}
}
@media (prefers-reduced-motion:reduce){.wb-app *{transition:none!important;animation:none!important}}
@media print{.wb-top,.wb-menu,.wb-actions{display:none}.wb-shell{display:block}}
`;
