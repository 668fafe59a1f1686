/** What only the workplaces look like, in the order of their names. */
export const DESK = `
h1+#app{min-height:18rem}
.act-form{border:1px solid var(--line);border-radius:var(--round);background:var(--raised);padding:var(--gap) var(--gap) .25rem;margin:0 0 var(--gap);max-width:46rem}
.act-form .field{margin-bottom:var(--gap)}
.acts:not(li>.acts){margin-bottom:.75rem}
.acts .notice{margin:.5rem 0}
.acts .actions{margin:.5rem 0 0;gap:var(--gap-s)}
.acts h3{margin:.75rem 0 .5rem}
.board{display:flex;gap:var(--gap);overflow-x:auto;align-items:start}
.board section{flex:1 0 14rem;min-width:0}
.board section.none{flex:0 0 9rem}
.board .titled{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden;overflow-wrap:anywhere}
.board h2{font-size:1.05rem;border-top:.4rem solid var(--edge);padding-top:.5rem}
.board .cards>li{border:1px solid var(--line);border-radius:var(--round);background:var(--raised);padding:.6rem .75rem;margin:0 0 .6rem}
.board .tags{margin:.35rem 0}
.board p{overflow-wrap:anywhere}
.button.small{min-height:2.5rem;padding:.35rem .8rem;font-size:.97rem}
.desk-foot{display:flex;max-width:none;flex-wrap:wrap;gap:.5rem var(--gap);margin:var(--gap-l) 0 0;padding-top:var(--gap);border-top:1px solid var(--line)}
.days{list-style:none;padding:0}
.desk-menu ul,.parts ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem;margin:0 0 var(--gap);padding:0;max-width:none}
.desk-menu li,.parts li{margin:0}
.desk-menu a,.parts a{display:block;padding:.45rem .8rem;border:1px solid var(--line);border-radius:2rem;text-decoration:none;color:var(--ink)}
.desk-menu a[aria-current]{background:var(--act);color:var(--on-act);border-color:var(--act);font-weight:600}
.parts a{border-radius:0;border-width:0 0 .2rem}
.parts a[aria-current]{border-color:var(--link);font-weight:600}
h1.long{font-size:clamp(1.25rem,1rem + 1vw,1.6rem)}
.kept-filters{margin:0 0 var(--gap-s)}
.group{border:1px solid var(--line);border-radius:var(--round);padding:var(--gap) var(--gap) 0}
.month table{table-layout:fixed;width:100%;border-collapse:collapse}
.month th{text-align:left;padding:.25rem .4rem}
.month td{vertical-align:top;border:1px solid var(--line);padding:.3rem .4rem;height:5.5rem;overflow-wrap:anywhere}
.month td.outside{color:var(--muted)}
.month td ul{list-style:none;margin:.2rem 0 0;padding:0;font-size:.9rem}
.month td li{margin:0 0 .35rem}
.month td li.overdue{border-left:.25rem solid var(--bad);padding-left:.3rem}
.month .day-name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.month .case-of-day{display:block;color:var(--muted);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.one-row{border-left:.25rem solid var(--line);padding-left:var(--gap);margin-bottom:var(--gap)}
.steps-of-draw{overflow-wrap:anywhere;padding-left:1.5rem}
.steps-of-draw li{margin-bottom:.35rem}
.term{margin:0 0 .75rem}
.triage>li[aria-current]{box-shadow:inset .35rem 0 0 var(--act);padding-left:.9rem}
@media (max-width:48rem){.desk-menu ul,.parts ul{flex-wrap:nowrap;overflow-x:auto;padding-bottom:.4rem}.desk-menu a,.parts a{white-space:nowrap}.board{display:block}.board section.none h2{font-weight:400}.month table,.month tbody,.month tr,.month td{display:block}.month thead,.month td.free,.month td.outside,.month .day-number{display:none}.month td{height:auto;border-width:0 0 1px;padding:.6rem 0}.month .day-name{position:static;width:auto;height:auto;clip-path:none;font-weight:600}}
`;
