import { type Palette, palettes } from './palette.ts';

/** Own CSS; it reads `--pd-*` only, and comes through one `<style>` with the page's nonce. */
export const formCss = `
.pd-look{${variables(palettes.light)};color:var(--pd-text);font:14px/22px var(--pd-font);
  line-break:strict;text-autospace:normal;-webkit-text-size-adjust:100%}
.pd-look[data-mode=dark]{${variables(palettes.dark)};color-scheme:dark}
.pd-look *,.pd-look *::before,.pd-look *::after{box-sizing:border-box}
.pd-form{container:pd-form/inline-size;font-variant-numeric:tabular-nums}
.pd-columns{display:grid;gap:16px;align-items:start}
.pd-columns[data-aside=true]{grid-template-columns:minmax(0,1fr) minmax(280px,340px)}
.pd-main,.pd-aside{display:grid;gap:16px;min-width:0}
.pd-aside{position:sticky;top:16px}
.pd-card{background:var(--pd-surface);border:1px solid var(--pd-line);border-radius:8px;padding:20px;min-width:0}
.pd-title{margin:0 0 16px;font-size:16px;line-height:24px;font-weight:600;color:var(--pd-text)}
.pd-title:last-child{margin-bottom:0}
.pd-note{margin:0;color:var(--pd-muted)}
.pd-fields{display:grid;gap:20px 24px;grid-template-columns:repeat(var(--pd-columns-phone,1),minmax(0,1fr))}
.pd-fields+.pd-panel,.pd-panel+.pd-fields{margin-top:20px}
.pd-field{min-width:0;border:0;margin:0;padding:0}
.pd-field[data-wide=true]{grid-column:1/-1}
.pd-label{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px;margin-bottom:6px;font-weight:500;color:var(--pd-text)}
.pd-need{color:var(--pd-danger);font-weight:400;font-size:12px}
.pd-auto{color:var(--pd-muted);font-weight:400;font-size:12px}
.pd-help{margin:6px 0 0;color:var(--pd-muted);font-size:13px;line-height:20px}
.pd-issue{display:flex;gap:6px;margin:6px 0 0;font-size:13px;line-height:20px;color:var(--pd-danger)}
.pd-issue[data-severity=warning]{color:var(--pd-warn)}
.pd-issue[data-severity=info]{color:var(--pd-muted)}
.pd-issue>svg,.pd-issue>.anticon{margin-top:3px}
.pd-field[data-printed=true]>.pd-label{font-weight:400;color:var(--pd-muted);margin-bottom:0;font-size:13px;line-height:20px}
.pd-printed{min-height:28px;padding:3px 0;overflow-wrap:anywhere}
.pd-printed[data-empty=true]{color:var(--pd-muted)}
.pd-summary{border-color:var(--pd-danger);background:var(--pd-danger-ground)}
.pd-summary ul{margin:8px 0 0;padding-left:20px}
.pd-summary a,.pd-link{color:var(--pd-primary);text-decoration:underline;text-underline-offset:3px}
.pd-banner{display:flex;gap:12px;border-color:var(--pd-warn);background:var(--pd-warn-ground)}
.pd-banner>.anticon{color:var(--pd-warn);font-size:18px;margin-top:3px}
.pd-banner .pd-title{margin-bottom:2px}
.pd-banner .pd-fields{margin-top:12px}
.pd-popup{border-color:var(--pd-primary);border-top:4px solid var(--pd-primary);padding-top:16px}
.pd-popup:focus{outline:2px solid var(--pd-primary);outline-offset:2px}
.pd-popup>.pd-note{margin:-8px 0 16px}
.pd-popup>.pd-spread{align-items:flex-start;flex-wrap:nowrap}
.pd-line{display:flex;align-items:center;justify-content:space-between;gap:12px;padding:10px 20px}
.pd-row-of-things{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.pd-spread{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between}
.pd-footer{position:sticky;bottom:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;
  justify-content:space-between;padding:12px 20px;background:var(--pd-surface);border:1px solid var(--pd-line);border-radius:8px}
.pd-footer .pd-note{flex:1 1 200px;min-width:0}
.pd-status{display:inline-flex;align-items:center;gap:4px;font-size:12px;font-weight:400;color:var(--pd-muted)}
.pd-status[data-status=done]{color:var(--pd-ok)}
.pd-status[data-status=deferred],.pd-status[data-status=absent]{color:var(--pd-warn)}
.pd-panel{border-top:1px dashed var(--pd-line);padding-top:12px}
.pd-title+.pd-panel{border-top:0;padding-top:0;margin-top:-4px}
.pd-panel h3{margin:0;font-size:14px;line-height:22px;font-weight:500}
.pd-found{margin:8px 0 0;padding:0;list-style:none;display:grid;gap:8px}
.pd-found li{padding-left:12px;border-left:3px solid var(--pd-line);overflow-wrap:anywhere}
.pd-articles{display:grid;gap:12px;margin:0;padding:0;list-style:none}
.pd-article{display:flex;flex-direction:column;gap:6px;padding:12px 16px;border:1px solid var(--pd-line);border-radius:6px}
.pd-article[data-verdict=helped]{border-color:var(--pd-ok);background:var(--pd-ok-ground)}
.pd-article h3{margin:0;font-size:14px;line-height:22px;font-weight:600}
.pd-article p{margin:0;flex:1;color:var(--pd-text);font-size:13px;line-height:20px}
.pd-echo{margin:8px 0 0;padding:8px 12px;border-radius:6px;background:var(--pd-ground);overflow-wrap:anywhere}
.pd-echo mark{background:var(--pd-primary-ground);color:var(--pd-primary);font-weight:600;padding:0 2px;border-radius:3px}
.pd-echo s{color:var(--pd-muted)}
.pd-echo .pd-row-of-things{margin-top:8px}
.pd-tag{display:inline-flex;align-items:center;gap:6px;min-height:32px;padding:4px 12px;border-radius:16px;cursor:pointer;
  font:inherit;color:var(--pd-text);background:var(--pd-surface);border:1px dashed var(--pd-edge)}
.pd-tag[aria-pressed=true]{color:var(--pd-primary);background:var(--pd-primary-ground);border:1px solid var(--pd-primary)}
.pd-tag:focus-visible,.pd-link:focus-visible,.pd-summary a:focus-visible{outline:2px solid var(--pd-primary);outline-offset:2px}
.pd-plain{font:inherit;background:none;border:0;padding:2px 0;cursor:pointer}
.pd-options{display:flex;flex-wrap:wrap;gap:8px}
.pd-option{position:relative;display:inline-flex;align-items:center;justify-content:center;min-height:36px;min-width:64px;padding:6px 16px;
  border:1px solid var(--pd-edge);border-radius:6px;background:var(--pd-surface);cursor:pointer;text-align:center}
.pd-option input{position:absolute;opacity:0;inset:0;margin:0;cursor:pointer}
.pd-option:hover{border-color:var(--pd-primary);color:var(--pd-primary)}
.pd-option:has(:checked){border-color:var(--pd-primary);background:var(--pd-primary-ground);color:var(--pd-primary);font-weight:600;
  box-shadow:inset 0 0 0 1px var(--pd-primary)}
.pd-option:has(:focus-visible){outline:2px solid var(--pd-primary);outline-offset:2px}
.pd-options[data-size=large]{display:grid;grid-template-columns:repeat(auto-fit,minmax(132px,1fr))}
.pd-options[data-size=large] .pd-option{min-height:48px}
.pd-options[data-size=scale]{display:grid;grid-template-columns:repeat(11,minmax(0,1fr));gap:4px}
.pd-options[data-size=scale] .pd-option{min-width:0;padding:6px 0}
.pd-ends{display:flex;justify-content:space-between;margin-top:4px;color:var(--pd-muted);font-size:12px}
.pd-rows{display:grid;gap:12px;margin:0;padding:0;list-style:none}
.pd-row{display:grid;gap:12px;padding:12px;border:1px solid var(--pd-line);border-radius:6px}
.pd-row-fields{display:grid;gap:12px;grid-template-columns:repeat(2,minmax(0,1fr));min-width:0}
.pd-row-tools{display:flex;gap:4px;justify-content:flex-end}
.pd-check{display:grid;gap:8px 16px;padding:12px 0;border-top:1px solid var(--pd-line)}
.pd-check:first-child{border-top:0;padding-top:4px}
.pd-check-name{font-weight:500;padding-top:7px}
.pd-check .pd-field:first-child .pd-label{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.pd-check .pd-field+.pd-field{margin-top:12px}
.pd-media{display:flex;flex-wrap:wrap;gap:12px;margin:0;padding:0;list-style:none}
.pd-shot{position:relative;width:96px;display:grid;gap:4px;justify-items:center;font-size:12px}
.pd-shot>div{width:96px;height:96px;border:1px solid var(--pd-line);border-radius:6px;overflow:hidden;display:grid;place-items:center;
  color:var(--pd-muted);background:var(--pd-ground);font-size:24px}
.pd-shot img{width:100%;height:100%;object-fit:cover}
.pd-add{width:96px;height:96px;display:grid;place-items:center;align-content:center;gap:4px;border:1px dashed var(--pd-edge);border-radius:6px;
  color:var(--pd-primary);cursor:pointer;position:relative;font-size:13px;background:var(--pd-surface)}
.pd-add .anticon{font-size:20px}
.pd-add input{position:absolute;inset:0;opacity:0;cursor:pointer;width:100%}
.pd-add:has(:focus-visible){outline:2px solid var(--pd-primary);outline-offset:2px}
.pd-sign{border:1px solid var(--pd-edge);border-radius:6px;background:#fff;touch-action:none;display:block;width:100%;height:180px}
.pd-sign-statement{margin:0 0 12px}
.pd-group{border:0;margin:0;padding:0;min-width:0}
.pd-stack>div:empty,.pd-note:empty{display:none}
.pd-counted{padding-bottom:22px}
.pd-row .pd-printed{padding-top:7px}
.pd-stack{display:grid;gap:12px}
.pd-list{display:grid;gap:12px 24px;margin:0;grid-template-columns:repeat(var(--pd-columns-phone,1),minmax(0,1fr))}
.pd-list dt{color:var(--pd-muted);font-size:13px;line-height:20px}
.pd-list dd{margin:0;overflow-wrap:anywhere}
.pd-list>[data-wide=true]{grid-column:1/-1}
.pd-grid-table{width:100%;border-collapse:collapse}
.pd-grid-table th,.pd-grid-table td{text-align:left;padding:6px 8px;border-bottom:1px solid var(--pd-line);font-weight:400}
.pd-grid-table th{color:var(--pd-muted)}
.pd-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@container pd-form (width >= 640px){
  .pd-fields,.pd-list{grid-template-columns:repeat(var(--pd-columns-desktop,1),minmax(0,1fr))}
  .pd-articles{grid-template-columns:repeat(auto-fit,minmax(200px,1fr))}
  .pd-row{grid-template-columns:minmax(0,1fr) auto;align-items:start}
  .pd-row-fields{grid-template-columns:repeat(auto-fit,minmax(110px,1fr))}
  .pd-row+.pd-row .pd-field>.pd-label{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .pd-row:first-child .pd-row-tools{padding-top:28px}
  .pd-check{grid-template-columns:120px minmax(0,1fr)}
}
@container pd-form (width < 640px){
  .pd-card{padding:16px}
  .pd-footer{padding:12px 16px}
  .pd-footer .ant-btn-primary{flex:1 1 auto}
  .pd-option,.pd-tag{min-height:44px}
  .pd-options[data-size=scale]{grid-template-columns:repeat(6,minmax(0,1fr))}
}
@media (forced-colors:active){.pd-option:has(:checked),.pd-tag[aria-pressed=true]{outline:2px solid Highlight}}
@media (prefers-reduced-motion:reduce){.pd-look *{transition:none!important;animation:none!important}}
`;

function variables(colours: Palette): string {
  return Object.entries(colours)
    .map(
      ([name, colour]) => `--pd-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour}`,
    )
    .join(';');
}
