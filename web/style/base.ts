/** What every element looks like before a component says more. */
export const BASE = `
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 var(--text);overflow-wrap:break-word;hyphens:manual;min-width:0}
h1,h2,h3,h4{line-height:1.2;margin:0 0 var(--gap-s);text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:clamp(1.6rem,1.2rem + 1.9vw,2.3rem);letter-spacing:-.01em}
h2{font-size:clamp(1.3rem,1.1rem + .9vw,1.6rem)}
h3{font-size:1.15rem}
h4{font-size:1.0625rem}
*+h3{margin-top:var(--gap-l)}
h2+h3{margin-top:var(--gap)}
p,ul,ol{margin:0 0 var(--gap);max-width:var(--measure)}
ul,ol{padding-left:1.4rem}
li{margin-bottom:.25rem}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{color:var(--link-hover);text-decoration-thickness:.14em}
a:visited{color:var(--visited)}
:focus-visible{outline:3px solid var(--focus);outline-offset:0;box-shadow:0 0 0 5px var(--on-focus);border-radius:2px}
a:focus-visible{background:var(--focus);color:var(--on-focus);text-decoration:none}
img,svg{max-width:100%;height:auto}
table{border-collapse:collapse;min-width:min(100%,24rem);font-size:1rem}
caption{text-align:left;font-weight:600;padding:0 0 var(--gap-s)}
th,td{border-bottom:1px solid var(--line);padding:.55rem .75rem .55rem 0;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--edge);vertical-align:bottom}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
code,.hash{font-family:var(--mono);font-size:.875em;overflow-wrap:anywhere}
code.whole{overflow-wrap:normal;white-space:nowrap}
time{text-wrap:balance}
hr{border:0;border-top:1px solid var(--line);margin:var(--gap-l) 0}
blockquote{margin:0 0 var(--gap);padding:.1rem 0 .1rem var(--gap);border-left:.25rem solid var(--line)}
summary{cursor:pointer;color:var(--link);text-decoration:underline;text-underline-offset:.15em;width:fit-content;max-width:100%}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.muted{color:var(--muted)}
.lead{font-size:1.2rem;line-height:1.5}
.said{white-space:pre-line;overflow-wrap:anywhere}
main h1,main h3,.titled,.cards a,.said{unicode-bidi:plaintext}
.hash{overflow-wrap:anywhere}
@media (prefers-reduced-motion:no-preference){html:focus-within{scroll-behavior:smooth}}
`;
