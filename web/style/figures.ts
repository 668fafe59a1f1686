import { CHART_STYLE } from '../../charts/chart.ts';

/** What numbers and their pictures look like. Colours join the patterns of a picture by its classes. */
export const FIGURES = `
.measures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:var(--gap);margin:0 0 var(--gap-l)}
.measures>div{display:flex;flex-direction:column;border-top:.25rem solid var(--link);background:var(--soft);padding:.75rem var(--gap);border-radius:0 0 var(--round) var(--round)}
.measures.warn>div{border-color:var(--warn)}
.measures dt{order:1;font-size:.97rem;line-height:1.35}
.measures dd{margin:0;font-size:1.7rem;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums}
.measures small{display:block;font-size:.95rem;font-weight:400;color:var(--muted)}
.switch{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 var(--gap-l);padding:0;max-width:none}
.switch li{margin:0}
.switch a{display:block;min-height:2.75rem;padding:.55rem 1rem;border:2px solid var(--edge);border-radius:var(--round);text-decoration:none;color:var(--link);background:var(--raised);font-weight:600}
.switch a[aria-current]{background:var(--brand);border-color:var(--link);color:var(--on-brand)}
.switch a:focus-visible{background:var(--focus);color:var(--on-focus)}
.figure{margin:0 0 var(--gap-l)}
.figure .chart-frame{border:1px solid var(--line);border-radius:var(--round);padding:.75rem}
.figure figcaption{font-size:.97rem;color:var(--muted);margin:.4rem 0 var(--gap)}
.codes{list-style:none;margin:0;padding:0;min-width:10rem}
.roomy td{min-width:9rem}
.roomy tbody th,.tight tbody th{min-width:9rem}
.tight .number{padding-left:.75rem}
.tight td.number{white-space:nowrap}
.tight thead th{overflow-wrap:normal;vertical-align:bottom}
.codes li{margin:0}
.codes .muted{font-size:.9rem}
.rules>article{border-top:1px solid var(--line);padding:var(--gap) 0}
.scroll caption{position:sticky;left:0;max-width:min(100%,80vw)}
${CHART_STYLE}`;
