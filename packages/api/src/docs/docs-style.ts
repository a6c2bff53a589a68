/** The look of the documentation: the design system's colours, with the fonts that the reader's machine has. */
export const DOCS_STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(oklch(0.984 0.002 255), oklch(0.168 0.005 260));
  --surface: light-dark(oklch(1 0 0), oklch(0.203 0.006 260));
  --line: light-dark(oklch(0.912 0.004 255), oklch(0.296 0.008 260));
  --line-control: light-dark(oklch(0.62 0.01 255), oklch(0.55 0.012 260));
  --text: light-dark(oklch(0.215 0.012 260), oklch(0.955 0.003 255));
  --quiet: light-dark(oklch(0.475 0.014 260), oklch(0.72 0.01 260));
  --accent: light-dark(oklch(0.5 0.19 268), oklch(0.55 0.185 268));
  --accent-text: light-dark(oklch(0.48 0.19 268), oklch(0.78 0.11 268));
  --accent-ground: light-dark(oklch(0.955 0.02 268), oklch(0.28 0.06 268));
  --focus: light-dark(oklch(0.55 0.2 268), oklch(0.75 0.14 268));
  font: 1rem/1.5 Inter, ui-sans-serif, system-ui, sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); }
a { color: var(--accent-text); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px 12px; background: var(--surface); }
.frame { display: grid; grid-template-columns: 15rem minmax(0, 1fr); min-height: 100vh; }
.rail { padding: 24px 16px; border-right: 1px solid var(--line); font-size: 0.875rem; }
.rail .name { font-weight: 600; font-size: 1rem; color: var(--text); text-decoration: none; }
.rail .group { margin: 24px 0 4px; font-size: 0.75rem; color: var(--quiet); font-weight: 600; }
.rail ul { list-style: none; margin: 0; padding: 0; }
.rail li a { display: block; padding: 4px 8px; margin: 0 -8px; border-radius: 6px; text-decoration: none; color: var(--text); }
.rail li a:hover { background: var(--line); }
.rail li a[aria-current] { background: var(--accent-ground); color: var(--accent-text); font-weight: 600; }
main { padding: 32px clamp(16px, 4vw, 48px) 64px; max-width: 60rem; }
h1 { font-size: 2rem; line-height: 2.5rem; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; line-height: 1.75rem; margin: 40px 0 8px; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 24px 0 4px; }
p, li, dd { max-width: 72ch; }
.lead { color: var(--quiet); margin-top: 0; }
code, pre, output, kbd { font-family: "JetBrains Mono", ui-monospace, Menlo, monospace; font-size: 0.8125rem; }
p code, li code, dd code, dt code { overflow-wrap: anywhere; }
dt { font-weight: 600; margin-top: 12px; }
dd { margin: 4px 0 0; }
figure { margin: 12px 0; }
figcaption { color: var(--quiet); font-size: 0.8125rem; margin-bottom: 4px; }
pre { margin: 0; padding: 12px; overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; }
.wide { overflow-x: auto; margin: 12px 0; }
table { border-collapse: collapse; font-size: 0.875rem; width: 100%; }
caption { text-align: left; color: var(--quiet); font-size: 0.8125rem; padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 600; }
form.try { display: grid; gap: 8px; max-width: 40rem; margin: 12px 0; }
form.try label { display: grid; gap: 4px; font-size: 0.875rem; }
form.try input, form.try textarea { font: inherit; font-size: 0.875rem; padding: 8px; color: var(--text); background: var(--surface); border: 1px solid var(--line-control); border-radius: 6px; width: 100%; }
form.try textarea { font-family: ui-monospace, Menlo, monospace; min-height: 8rem; }
form.try button { justify-self: start; min-height: 36px; padding: 0 16px; border: 0; border-radius: 6px; background: var(--accent); color: oklch(1 0 0); font: inherit; font-weight: 600; cursor: pointer; }
form.try output { display: block; min-height: 2.5rem; padding: 12px; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; }
@media (max-width: 48rem) {
  .frame { display: block; }
  .rail { border-right: 0; border-bottom: 1px solid var(--line); }
  .rail ul { display: flex; flex-wrap: wrap; gap: 0 16px; }
}
`;
