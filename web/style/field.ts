/** What only the app of the field shows. */
export const FIELD = `
.field-bar{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;border-bottom:1px solid var(--line);margin:calc(-1*var(--gap)) 0 var(--gap);padding-bottom:.5rem}
.field-bar a{display:inline-flex;align-items:center;min-height:2.75rem;font-weight:600}
.field-bar a[aria-current]{color:var(--ink);text-decoration:none}
.field-bar .count{margin-left:.4rem;border-radius:1rem;background:var(--act);color:var(--on-act);padding:0 .5rem;font-size:.9rem}
#app>div:focus{outline:0;box-shadow:none}
.age{font-size:.95rem}
.chooser input:focus-visible+label{outline:3px solid var(--focus);box-shadow:0 0 0 5px var(--on-focus)}
.photos{list-style:none;padding:0;max-width:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,11rem),1fr));gap:var(--gap)}
.photos li{display:flex;flex-direction:column;justify-content:space-between;gap:.5rem;margin:0;overflow-wrap:anywhere}
.photos img{width:100%;aspect-ratio:4/3;object-fit:cover;border-radius:var(--round);border:1px solid var(--line)}
.photos .button{font-size:.9rem}
.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.field.row select{width:auto;flex:1 1 9rem}
button.link{border:0;background:none;padding:.25rem 0;color:var(--link);font:inherit;text-align:left;text-decoration:underline;cursor:pointer}
.seal h2{font-size:1.15rem}
.seal{margin:0 0 var(--gap-l)}
span.error{color:var(--bad);font-weight:600}
main.frame:focus{outline:0;box-shadow:none}
`;
