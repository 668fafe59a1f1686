/** The one style of pages that travel as files of their own: for a phone of 320 pixels, a desk, a printer, by day and by night. No font and no picture is fetched. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#f3f4f6;--line:#b9c0c8;--link:#0b4f9e;--warn:#7a2e00;--warnsoft:#fff1e0}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#15181c;--soft:#20252b;--line:#4b535d;--link:#8ab8ff;--warn:#ffcf9e;--warnsoft:#3a2410}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999em}
.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
header,main,footer{max-width:52rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem;border-bottom:2px solid var(--ink);padding-bottom:1rem}
h1{font-size:1.75rem;line-height:1.2;margin:.25rem 0 .5rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:1px solid var(--line)}
h3{font-size:1.1rem;margin:1.5rem 0 .25rem}
p{margin:.5rem 0;max-width:42rem}
.text p{white-space:pre-line}
.kind{margin:0;font-size:1rem}
nav ul{list-style:none;margin:.5rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.contents ol{columns:16rem;margin:.5rem 0;padding-left:1.4rem}
.marks{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0;padding:0}
.marks li{border:1px solid currentColor;border-radius:.2rem;padding:.1rem .5rem;font-weight:600;font-size:.95rem}
.marks .warn{color:var(--warn);background:var(--warnsoft)}
.warning{border-left:.4rem solid var(--warn);background:var(--warnsoft);padding:.75rem 1rem;font-weight:600}
dl{display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.25rem 1rem;margin:.75rem 0}
dt{font-weight:600}
dd{margin:0}
@media (max-width:36rem){dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem}h1{font-size:1.45rem}}
.scroll{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;width:100%;font-size:1rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
caption.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:normal;min-width:6.5rem}
th{background:var(--soft)}
article{border:1px solid var(--line);border-radius:.3rem;padding:.25rem 1rem .75rem;margin:1rem 0}
.seal{background:var(--soft);padding:.6rem .8rem;border-radius:.2rem}
blockquote{margin:.5rem 0;padding:.1rem 0 .1rem 1rem;border-left:.25rem solid var(--line)}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em;word-break:break-all}
footer{margin-top:3rem;padding-bottom:3rem;border-top:2px solid var(--ink)}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#fff;--line:#777;--link:#000;--warn:#000;--warnsoft:#fff}body{font-size:10.5pt}nav,.skip{display:none}header,main,footer{max-width:none;padding:0}article,tr{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}th,td{min-width:0}}
`;
