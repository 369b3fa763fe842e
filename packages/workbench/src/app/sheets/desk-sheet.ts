/** List, detail, forms in place, time line. */
export const deskSheet = `
.wb-views{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between}
.wb-filters{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.wb-table-box{background:var(--pd-surface);border:1px solid var(--pd-line);border-radius:8px;overflow-x:auto}
.wb-table{width:100%;border-collapse:collapse;text-align:left}
.wb-table thead th{font-weight:500;font-size:12px;color:var(--pd-muted);padding:8px 12px;border-bottom:1px solid var(--pd-line);
  white-space:nowrap}
.wb-table tbody th,.wb-table td{padding:9px 12px;border-bottom:1px solid var(--pd-line);font-weight:400;vertical-align:top}
.wb-table tbody th{white-space:nowrap}
.wb-table tbody tr:last-child>*{border-bottom:0}
.wb-row{cursor:pointer}
.wb-row:hover{background:var(--pd-ground)}
.wb-row-late>th{box-shadow:inset 3px 0 0 var(--pd-danger)}
.wb-row .wb-clamp{max-width:340px}
.wb-list-foot{display:flex;justify-content:space-between;align-items:center;min-height:32px}
.wb-order-head{display:grid;gap:12px}
.wb-order-title{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.wb-order-step{font-weight:600;color:var(--pd-primary)}
.wb-order-acts{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 16px}
.wb-chips{display:flex;flex-wrap:wrap;gap:8px}
.wb-chip{display:inline-flex;align-items:center;gap:8px;padding:3px 10px;border:1px solid var(--pd-line);border-radius:6px;
  background:var(--pd-surface);font-size:12px}
.wb-chip-title{color:var(--pd-text)}
.wb-chip-word{display:inline-flex;align-items:center;gap:5px;font-weight:600}
.wb-chip-dot{width:7px;height:7px;border-radius:50%;background:currentColor}
.wb-stages{list-style:none;margin:0;padding:12px 20px;display:flex;background:var(--pd-surface);border:1px solid var(--pd-line);
  border-radius:8px}
.wb-stage{flex:1;display:grid;justify-items:center;gap:4px;position:relative;font-size:12px;color:var(--pd-muted)}
.wb-stage::before{content:"";position:absolute;left:-50%;right:50%;top:6px;height:2px;background:var(--pd-line)}
.wb-stage:first-child::before{display:none}
.wb-stage-dot{width:14px;height:14px;border-radius:50%;border:2px solid var(--pd-edge);background:var(--pd-surface);z-index:1}
.wb-stage-done::before,.wb-stage-current::before{background:var(--pd-primary)}
.wb-stage-done .wb-stage-dot{border-color:var(--pd-primary);background:var(--pd-primary)}
.wb-stage-current .wb-stage-dot{border:4px solid var(--pd-primary)}
.wb-stage-current{color:var(--pd-primary);font-weight:600}
.wb-stage-done{color:var(--pd-text)}
.wb-stages-compact{padding:12px 4px}
.wb-detail{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:16px;align-items:start}
.wb-detail-main,.wb-detail-side{display:grid;gap:16px;min-width:0}
.wb-tasks{display:grid;gap:12px}
.wb-task{display:grid;gap:12px;padding:12px 0 0}
.wb-tasks li+li .wb-task{border-top:1px solid var(--pd-line)}
.wb-tasks li:first-child .wb-task{padding-top:0}
.wb-task-head{display:flex;justify-content:space-between;gap:12px;align-items:flex-start}
.wb-task-mine h3{color:var(--pd-primary)}
.wb-vote{display:grid;gap:8px}
.wb-offer{display:flex;flex-wrap:wrap;gap:4px 16px;padding:6px 0}
.wb-clocks{display:grid;gap:10px}
.wb-record-group+.wb-record-group{border-top:1px solid var(--pd-line);padding-top:12px}
.wb-record-group h3{font-size:12px;color:var(--pd-muted);font-weight:500;margin-bottom:6px}
.wb-facts{display:grid;gap:6px;margin:0}
.wb-facts>div{display:grid;grid-template-columns:108px minmax(0,1fr);gap:12px}
.wb-facts dt{color:var(--pd-muted)}
.wb-facts dd{margin:0;overflow-wrap:anywhere}
.wb-hidden summary{cursor:pointer;color:var(--pd-muted)}
.wb-timeline{display:grid}
.wb-moment{display:grid;grid-template-columns:112px minmax(0,1fr);gap:12px;padding:7px 0;position:relative}
.wb-moment+.wb-moment{border-top:1px solid var(--pd-line)}
.wb-moment .pd-btn-link,.wb-moment button{padding:0;height:22px}
.wb-details{margin-top:4px;padding-left:12px;border-left:2px solid var(--pd-line);color:var(--pd-muted)}
.wb-rows{display:grid;background:var(--pd-surface);border:1px solid var(--pd-line);border-radius:8px;overflow:hidden}
.wb-rows>li+li{border-top:1px solid var(--pd-line)}
.wb-app .wb-row-link{display:flex;flex-wrap:wrap;gap:4px 16px;padding:12px 16px;color:var(--pd-text)}
.wb-app .wb-row-link:hover{background:var(--pd-ground);text-decoration:none}
.wb-app .wb-row-link .wb-number{color:var(--pd-primary)}
.wb-receipt{justify-items:center;text-align:center;padding:40px 20px}
.wb-receipt-sign{width:48px;height:48px;border-radius:50%;background:var(--pd-ok-ground);color:var(--pd-ok);display:grid;
  place-items:center;font-size:22px}
.wb-receipt-number{font-size:24px;line-height:32px;font-weight:600}
.wb-app .wb-button-link{display:inline-flex;align-items:center;height:36px;padding:0 15px;border-radius:6px;
  background:var(--pd-primary);color:var(--pd-surface)}
.wb-link-box{display:grid;justify-items:center;gap:8px}
.wb-section-title{margin-bottom:8px!important}
.wb-tiles{display:grid;gap:16px;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));margin-bottom:16px}
.wb-tile{gap:4px}
.wb-tile h3{color:var(--pd-muted);font-weight:500}
.wb-app .wb-figure{font-size:28px;line-height:36px;font-weight:600}
.wb-app .wb-figure.wb-muted{font-size:16px;font-weight:400}
.wb-tile summary{cursor:pointer;color:var(--pd-primary)}
@media (max-width:1199px){.wb-detail{grid-template-columns:minmax(0,1fr)}}
@media (max-width:767px){
  .wb-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .wb-table,.wb-table tbody,.wb-table tr,.wb-table th,.wb-table td{display:block}
  .wb-table tr{padding:10px 12px;border-bottom:1px solid var(--pd-line)}
  .wb-table tbody th,.wb-table td{padding:1px 0;border:0}
  .wb-table td{display:grid;grid-template-columns:88px minmax(0,1fr);gap:8px}
  .wb-table td::before{content:attr(data-label);color:var(--pd-muted);font-size:12px}
  .wb-row-late>th{box-shadow:none}
  .wb-views>*{max-width:100%;overflow-x:auto}
  .wb-stages{padding:12px 4px}
  .wb-moment{grid-template-columns:minmax(0,1fr);gap:0}
}
`;
