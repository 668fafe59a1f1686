/**
 * The colours, sizes and spaces of every screen: named by what they are for, so that a scheme changes them in one place. Contrast of
 * each text on its ground is at least 4.5 to 1 (WCAG 2.2, 1.4.3), and of each border that carries meaning 3 to 1 (1.4.11).
 */
const LIGHT = `
--paper:#fff;--ink:#15202b;--muted:#4a5866;--soft:#f1f4f6;--raised:#fff;--line:#c5ced6;--edge:#74828f;
--brand:#0d3b4a;--on-brand:#fff;--brand-soft:#e3eff2;--act:#0d3b4a;--on-act:#fff;--link:#0a5671;--link-hover:#06364a;--visited:#5a3d8a;
--good:#1d6b3d;--good-soft:#e5f3ea;--warn:#7d4600;--warn-soft:#fdf0dc;--bad:#a31b2c;--bad-soft:#fcebec;--calm:#2a5a8a;--calm-soft:#e8f0f8;
--focus:#ffbf47;--on-focus:#15202b;--shade:#15202b59`;

const DARK = `
--paper:#11181e;--ink:#e8edf1;--muted:#a7b4bf;--soft:#1a232b;--raised:#161f26;--line:#3a4752;--edge:#7d8b98;
--brand:#0a2a35;--on-brand:#fff;--brand-soft:#12313c;--act:#7cc7e0;--on-act:#11181e;--link:#7cc7e0;--link-hover:#b5e2f1;--visited:#c3abec;
--good:#86d3a2;--good-soft:#14301f;--warn:#f5bd72;--warn-soft:#33240f;--bad:#ff9da4;--bad-soft:#3a171b;--calm:#9cc4ee;--calm-soft:#152a40;
--focus:#ffbf47;--on-focus:#15202b;--shade:#e8edf173`;

/** Where somebody asked for more contrast, what is soft becomes plain. */
const MORE_CONTRAST_LIGHT = '--muted:#15202b;--line:#15202b;--edge:#15202b;--soft:#fff;--link:#00384d';
const MORE_CONTRAST_DARK = '--muted:#fff;--ink:#fff;--paper:#000;--line:#fff;--edge:#fff;--soft:#000;--link:#a9e4ff';

const ON_PAPER = `
--paper:#fff;--ink:#000;--muted:#333;--soft:#fff;--raised:#fff;--line:#777;--edge:#555;--brand:#fff;--on-brand:#000;--brand-soft:#fff;
--link:#000;--visited:#000;--good:#000;--good-soft:#fff;--warn:#000;--warn-soft:#fff;--bad:#000;--bad-soft:#fff;--calm:#000;--calm-soft:#fff;--shade:transparent`;

export const TOKENS = `
:root{color-scheme:light dark;${LIGHT};
--gap:1rem;--gap-s:.5rem;--gap-l:2rem;--gap-xl:3.5rem;--measure:42rem;--wide:68rem;--round:.375rem;
--text:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media (prefers-contrast:more){:root{${MORE_CONTRAST_LIGHT}}}
@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root{${MORE_CONTRAST_DARK}}}
@media print{:root{color-scheme:light;${ON_PAPER}}}
`;
