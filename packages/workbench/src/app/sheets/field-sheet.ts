/** The phone of whoever was sent, and the customer's page. */
export const fieldSheet = `
.wb-field{max-width:640px}
.wb-field .wb-order-head{gap:8px}
.wb-offer-card{border-color:var(--pd-primary);margin-top:8px}
.wb-offer-card .wb-panel{border:0;border-top:1px solid var(--pd-line);border-radius:0;padding:12px 0 0}
.wb-big-acts{display:grid;grid-template-columns:2fr 1fr;gap:8px;position:sticky;bottom:8px}
.wb-big-acts button,.wb-moves button{min-height:48px}
.wb-moves{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:8px}
.wb-app .wb-field-row{display:grid;gap:2px;padding:12px 16px;color:var(--pd-text)}
.wb-app .wb-field-row:hover{text-decoration:none;background:var(--pd-ground)}
.wb-app .wb-field-row .wb-number{color:var(--pd-primary)}
.wb-choices{display:grid;gap:12px}
.wb-customer{max-width:560px;margin:0 auto;padding:24px 16px 48px;display:grid;gap:16px}
.wb-customer-head{display:grid;gap:2px}
.wb-customer-head h1{font-size:24px;line-height:32px}
.wb-customer-facts>div{grid-template-columns:88px minmax(0,1fr)}
.wb-customer-facts dd{font-weight:600;font-size:16px;line-height:24px}
.wb-customer button{min-height:44px}
.wb-progress{display:grid;gap:8px}
@media (max-width:767px){.wb-big-acts{bottom:64px}}
`;
