/** On paper: what is read stays, what is clicked goes, and links that lead elsewhere say where to. */
export const PRINT = `
@media print{
body{font-size:10.5pt}
.skip,.menu,.languages,.actions,.filters,.pages,.crumbs,.to-sections,form,.foot ul{display:none}
.mast .frame,.frame{max-width:none;padding:0}
.mast{border-bottom:2px solid #000}
main.frame{padding:1rem 0;min-height:0}
html:has(.foot){background:none}
details>*{display:block}
details::details-content{content-visibility:visible;display:block}
.folded>summary,.secret .hint{display:none}
article,li,tr,.notice{break-inside:avoid}
h2,h3,h4{break-after:avoid}
.scroll{overflow:visible}
.report td,.report th{min-width:0}
.draft-mark{display:block;position:fixed;inset:40% 0 auto;margin:0;max-width:none;text-align:center;font-size:72pt;font-weight:700;color:#000;opacity:.12;transform:rotate(-30deg)}
a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
}
`;
