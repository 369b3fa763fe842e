/** Pool, candidates, weights, load. */
export const boardSheet = `
.wb-board{display:grid;grid-template-columns:320px minmax(0,1fr);gap:16px;align-items:start}
.wb-board-pool{padding:12px}
.wb-pool{display:grid;gap:4px;max-height:70vh;overflow-y:auto}
.wb-pool-row{display:grid;gap:2px;width:100%;text-align:left;padding:9px 10px;border:1px solid transparent;border-radius:6px;
  background:none;color:inherit;font:inherit;cursor:pointer}
.wb-pool-row:hover{background:var(--pd-ground)}
.wb-pool-row.wb-chosen{background:var(--pd-primary-ground);border-color:var(--pd-primary)}
.wb-pool-row .wb-tag{margin:0 8px 0 0}
.wb-candidates{display:grid;gap:4px}
.wb-candidate{display:grid;gap:6px;padding:10px 12px;border-radius:6px;border:1px solid var(--pd-line);background:var(--pd-surface)}
.wb-candidate-first{border-color:var(--pd-primary)}
.wb-candidate-head{display:flex;align-items:center;gap:12px}
.wb-place{width:22px;height:22px;border-radius:50%;display:grid;place-items:center;font-size:12px;background:var(--pd-ground)}
.wb-candidate-first .wb-place{background:var(--pd-primary);color:var(--pd-surface);font-weight:600}
.wb-score{margin-left:auto;font-size:16px;font-weight:600}
.wb-bar{display:flex;height:8px;border-radius:4px;overflow:hidden;background:var(--pd-ground)}
.wb-bar-part{display:block;height:100%;border-right:1px solid var(--pd-surface);transition:width .2s ease-out}
.wb-part-0{background:#2f6fdd}.wb-part-1{background:#2e9c7c}.wb-part-2{background:#b8860b}.wb-part-3{background:#8a63d2}
.wb-part-4{background:#c2557f}.wb-part-5{background:#5f7f93}
.wb-part-list{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:4px 16px;margin:0}
.wb-part-list dt{font-size:12px;color:var(--pd-muted)}
.wb-part-list dd{margin:0}
.wb-raw{display:block}
.wb-swatch{display:inline-block;width:8px;height:8px;border-radius:2px;margin-right:6px}
.wb-why{background:var(--pd-primary-ground);border-radius:6px;padding:12px 16px;display:grid;gap:4px}
.wb-why ul{margin:0;padding-left:18px}
.wb-weights{border:1px dashed var(--pd-edge);border-radius:6px;padding:8px 16px;display:grid;gap:2px}
.wb-weight{display:grid;grid-template-columns:120px minmax(0,1fr) 76px;gap:16px;align-items:center}
.wb-ineligible summary{cursor:pointer;padding:4px 0;color:var(--pd-muted)}
.wb-not{display:grid;grid-template-columns:72px minmax(0,1fr) auto auto;gap:12px;align-items:center;padding:6px 0;
  border-top:1px solid var(--pd-line)}
.wb-failures{display:flex;flex-wrap:wrap;gap:2px 14px;color:var(--pd-danger)}
.wb-loads{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:6px 20px}
.wb-load{display:flex;align-items:center;gap:8px}
.wb-load-off .wb-person{color:var(--pd-muted);font-weight:400}
.wb-slots{display:inline-flex;gap:2px}
.wb-slot{width:10px;height:14px;border:1px solid var(--pd-edge);border-radius:2px}
.wb-slot-used{background:var(--pd-primary);border-color:var(--pd-primary)}
.wb-override,.wb-named{display:grid;gap:8px}
.wb-override{gap:12px}
.wb-label{font-weight:500}
@media (max-width:1023px){.wb-board{grid-template-columns:minmax(0,1fr)}.wb-pool{max-height:280px}}
@media (max-width:767px){.wb-not{grid-template-columns:64px minmax(0,1fr) auto}.wb-not .wb-failures{grid-column:1/-1;order:9}
  .wb-weight{grid-template-columns:96px minmax(0,1fr) 64px;gap:8px}}
`;
