/**
 * What is wider than its place scrolls, and shows at which edge there is more: a shade stands at both edges, and what travels with the
 * content covers it where the content ends.
 */
const SCROLLING = `
.scroll,.chart-frame{--cover:var(--paper);overflow-x:auto;background:linear-gradient(to right,var(--cover) 40%,transparent) left/2.5rem 100% no-repeat local,linear-gradient(to left,var(--cover) 40%,transparent) right/2.5rem 100% no-repeat local,linear-gradient(to right,var(--shade),transparent) left/1rem 100% no-repeat scroll,linear-gradient(to left,var(--shade),transparent) right/1rem 100% no-repeat scroll}
.chart-frame{--cover:var(--raised);background-color:var(--raised)}`;

/** What the components look like, in the order of their names. */
export const COMPONENTS = `
.actions{display:flex;flex-wrap:wrap;gap:var(--gap-s) var(--gap);align-items:center;margin:0 0 var(--gap)}
.button{display:inline-block;min-height:2.75rem;padding:.55rem 1.1rem;border:2px solid var(--act);border-radius:var(--round);background:var(--act);color:var(--on-act);font:600 1rem/1.4 var(--text);text-decoration:none;cursor:pointer}
.button:hover{background:var(--link-hover);border-color:var(--link-hover);color:var(--paper)}
.button:visited{color:var(--on-act)}
.button.second{background:var(--raised);color:var(--link);border-color:var(--edge)}
.button.second:visited{color:var(--link)}
.button.second:hover{background:var(--brand-soft);color:var(--link-hover)}
.button[disabled]{opacity:.6;cursor:not-allowed}
.cards{list-style:none;margin:0 0 var(--gap);padding:0;max-width:none}
.cards>li{border-top:1px solid var(--line);padding:var(--gap) 0;margin:0}
.cards>li:last-child{border-bottom:1px solid var(--line)}
.cards h2,.cards h3{font-size:1.15rem;margin-bottom:.25rem}
.cards .facts{margin:.4rem 0}
.cards .tags{margin-bottom:.5rem}
.cards>li>:last-child{margin-bottom:0}
.section .cards>li:last-child{border-bottom:0;padding-bottom:0}
.section .cards>li:first-child{border-top:0;padding-top:.25rem}
@media (min-width:56rem){.cards.wide{display:grid;grid-template-columns:1fr 1fr;column-gap:var(--gap-l)}.section .cards.wide>li:nth-child(2){border-top:0;padding-top:.25rem}}
.crumbs{font-size:.95rem;margin:0 0 var(--gap)}
.crumbs ol{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .6rem;margin:0;padding:0;max-width:none}
.crumbs li{margin:0}
.crumbs li+li::before{content:"›";color:var(--muted);margin-right:.6rem}
.dialog{border:1px solid var(--edge);border-radius:var(--round);background:var(--raised);color:var(--ink);padding:var(--gap-l);width:min(36rem,92vw);max-height:90vh;overflow:auto}
.dialog::backdrop{background:#0008}
.dialog h2{font-size:1.3rem}
.dialog .actions{margin:var(--gap-l) 0 0}
.draft-mark{display:none}
.empty{border:1px dashed var(--edge);border-radius:var(--round);padding:var(--gap) var(--gap-l);color:var(--muted);margin:0 0 var(--gap);max-width:var(--measure)}
.empty p:last-child{margin:0}
.facts{display:grid;grid-template-columns:minmax(9rem,15rem) 1fr;gap:.35rem var(--gap);margin:0 0 var(--gap)}
.facts dt{font-weight:600}
.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
.facts.inline{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;font-size:.97rem}
.facts.inline dt,.facts.inline dd{display:inline}
.facts.inline dt{font-weight:400;color:var(--muted);margin-right:.4rem}
.facts.inline dt::after{content:":"}
.field{margin:0 0 var(--gap-l);min-width:0}
.field label,.field legend{display:block;font-weight:600;margin-bottom:.25rem;padding:0}
.field .hint{color:var(--muted);margin:0 0 .4rem}
.field .error{color:var(--bad);font-weight:600;margin:0 0 .4rem}
.field.wrong{border-left:.3rem solid var(--bad);padding-left:var(--gap)}
.field input:not([type=checkbox],[type=radio]),.field select,.field textarea{width:100%;max-width:32rem;min-height:2.75rem;padding:.5rem .6rem;border:2px solid var(--edge);border-radius:var(--round);background:var(--raised);color:var(--ink);font:inherit}
.field textarea{min-height:9rem;max-width:var(--measure)}
.field.wrong input,.field.wrong select,.field.wrong textarea{border-color:var(--bad)}
.field input:focus,.field select:focus,.field textarea:focus{outline:3px solid var(--focus);outline-offset:0;border-color:var(--on-focus)}
fieldset{border:0;margin:0 0 var(--gap-l);padding:0;min-width:0}
.choice{display:grid;grid-template-columns:2rem 1fr;gap:.5rem;align-items:start;min-height:2.75rem;margin-bottom:.25rem}
.choice input{width:1.5rem;height:1.5rem;margin:.15rem 0 0;accent-color:var(--act)}
.choice label{font-weight:400;padding:.15rem 0}
.files{list-style:none;padding:0;max-width:none}
.files p{margin:0;max-width:none}
.files li{border-top:1px solid var(--line);padding:.6rem 0;margin:0}
.filters{background:var(--soft);border-radius:var(--round);padding:var(--gap);margin:0 0 var(--gap-l)}
.filters .field{margin:0}
.filters form{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:var(--gap);align-items:end}
.filters .wide{grid-column:1/-1}
.frame{max-width:var(--wide);margin:0 auto;padding:0 var(--gap)}
.folded{margin:0 0 var(--gap)}
.folded>summary{padding:.6rem 0;font-weight:600}
.folded[open]>summary{margin-bottom:var(--gap-s)}
.label{font-weight:600;margin:0 0 .25rem}
.languages{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .9rem;margin:0;padding:0;font-size:.95rem}
.languages li{margin:0}
.loading{color:var(--muted)}
.mast{background:var(--brand);color:var(--on-brand)}
.mast a{color:var(--on-brand)}
.mast a:focus-visible{color:var(--on-focus)}
.mast .frame{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.5rem var(--gap-l);padding-top:.8rem;padding-bottom:.8rem}
.mast .name{display:flex;align-items:center;gap:.6rem;font-weight:700;font-size:1.3rem;letter-spacing:-.01em;text-decoration:none}
.mast .name svg{width:2rem;height:2rem;flex:none}
.menu{border-bottom:1px solid var(--line);background:var(--soft)}
.menu ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 .25rem;margin:0 -.6rem;padding:0;max-width:none}
.menu li{margin:0}
.menu a{display:block;padding:.7rem .6rem;text-decoration:none;color:var(--ink);border-bottom:.25rem solid transparent}
.menu a:hover{border-color:var(--edge)}
.menu a[aria-current]{border-color:var(--link);font-weight:600}
@media (max-width:30rem){.menu ul{gap:0}.menu a{padding:.6rem .45rem;font-size:.95rem}}
.notice{border:1px solid var(--calm);border-left-width:.4rem;background:var(--calm-soft);border-radius:var(--round);padding:.75rem var(--gap);margin:0 0 var(--gap);max-width:var(--measure)}
.notice>:last-child{margin-bottom:0}
.notice.good{border-color:var(--good);background:var(--good-soft)}
.notice.warn{border-color:var(--warn);background:var(--warn-soft)}
.notice.bad{border-color:var(--bad);background:var(--bad-soft)}
.pages{display:flex;flex-wrap:wrap;gap:var(--gap);margin:var(--gap) 0}
.people{list-style:none;padding:0;max-width:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:var(--gap-s) var(--gap)}
.people li{margin:0}
.people .button{width:100%;text-align:left}
.people small{font-weight:400;color:var(--muted)}
.report td,.report th{min-width:7rem}
.scroll{margin:0 0 var(--gap)}
${SCROLLING}
.seal{background:var(--soft);border-left:.25rem solid var(--edge);padding:.5rem var(--gap)}
.section{border-top:1px solid var(--line);padding-top:var(--gap-l);margin-top:var(--gap-l)}
textarea.code,p.code{font-family:var(--mono);overflow-wrap:anywhere}
.secret{border:.25rem solid var(--brand);border-radius:var(--round);background:var(--soft);padding:var(--gap);margin:0 0 var(--gap-l);max-width:var(--measure)}
.secret .hint{margin:.5rem 0 0}
.secret h2{font-size:1.0625rem}
.secret .code{font-size:1.3rem;line-height:1.5;font-weight:600;user-select:all;margin:0}
.skip{position:absolute;left:-999em;top:.5rem;background:var(--focus);color:var(--on-focus);padding:.6rem 1rem;z-index:2}
.skip:focus{left:.5rem}
.stages{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.25rem;margin:0 0 var(--gap);padding:0;max-width:none;counter-reset:stage}
.stages li{counter-increment:stage;border-top:.4rem solid var(--line);padding:.5rem .5rem .5rem 0;margin:0;font-size:.95rem;line-height:1.35;display:grid;grid-template-columns:1.7rem 1fr;grid-auto-rows:max-content;gap:0 .6rem;align-items:center}
.stages li::before{content:counter(stage);display:grid;place-items:center;width:1.7rem;height:1.7rem;border:2px solid var(--edge);border-radius:50%;font-weight:700;font-size:.9rem;line-height:1;align-self:start}
.stages .done{border-color:var(--good)}
.stages .done::before{content:"✓";background:var(--good);border-color:var(--good);color:var(--paper)}
.stages .here{border-color:var(--link);font-weight:700}
.stages .here::before{background:var(--link);border-color:var(--link);color:var(--paper)}
.stages .left-out{color:var(--muted)}
.stages .left-out::before{content:"–"}
.stages small{grid-column:2;font-weight:400;color:var(--muted);font-size:.9rem}
@media (max-width:40rem){.stages{grid-template-columns:1fr;gap:0}.stages li{border-top:0;border-left:.4rem solid var(--line);padding:.35rem 0 .35rem .75rem}}
.steps{counter-reset:step;list-style:none;padding:0}
.steps>li{counter-increment:step;padding:0 0 var(--gap) 3rem;position:relative;margin:0}
.steps>li::before{content:counter(step);position:absolute;left:0;top:0;width:2rem;height:2rem;border-radius:50%;background:var(--brand-soft);display:grid;place-items:center;font-weight:700}
.summary-of-errors{border:.25rem solid var(--bad);border-radius:var(--round);padding:var(--gap);margin:0 0 var(--gap-l);max-width:var(--measure)}
.tag{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:.05rem .6rem;font-size:.9rem;font-weight:600;line-height:1.5;background:var(--soft);color:var(--ink)}
.tag.good{color:var(--good);background:var(--good-soft)}
.tag.warn{color:var(--warn);background:var(--warn-soft)}
.tag.bad{color:var(--bad);background:var(--bad-soft)}
.tag.calm{color:var(--calm);background:var(--calm-soft)}
.tags{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;padding:0;margin:0 0 var(--gap)}
.tags li{margin:0}
.timeline{list-style:none;padding:0;margin:0 0 var(--gap);border-left:2px solid var(--line)}
.timeline li{position:relative;padding:0 0 var(--gap) 1.25rem;margin:0}
.timeline li::before{content:"";position:absolute;left:-.45rem;top:.45rem;width:.8rem;height:.8rem;border-radius:50%;background:var(--paper);border:.2rem solid var(--edge)}
.timeline li.weighty::before{background:var(--link);border-color:var(--link)}
.timeline time{color:var(--muted);font-size:.95rem}
.to-sections{columns:16rem;list-style:none;padding:0;max-width:none}
@media (max-width:36rem){.to-sections{columns:2;column-gap:var(--gap);font-size:.95rem}.to-sections li{break-inside:avoid;margin-bottom:.5rem}}
@media (max-width:36rem){.facts:not(.inline){grid-template-columns:1fr;gap:0}.facts:not(.inline) dd{margin:0 0 .6rem}}
main.frame{padding-top:var(--gap-l);padding-bottom:var(--gap-xl);min-height:50vh}
.foot{border-top:.4rem solid var(--brand);background:var(--soft);padding:var(--gap-l) 0 var(--gap-xl);font-size:.98rem}
html:has(.foot){background:var(--soft)}
.foot ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;max-width:none}
`;
