/** Screen, phone (from 320 pixels) and A4. Fonts are those of the reader's machine. */
export const pageStyle = `
:root { --ink: #16161d; --quiet: #4a4d57; --line: #c3c7d0; --accent: #14508c; --ground: #f3f5f9; color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem; background: #fff; color: var(--ink); font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
header { padding: 1.5rem 0 0.75rem; border-bottom: 4px solid var(--accent); }
header p { margin: 0; font-weight: 600; color: var(--accent); }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
h1::first-letter { text-transform: uppercase; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); font-size: 1.35rem; line-height: 1.25; color: var(--accent); }
h3 { margin: 1.25rem 0 0.25rem; font-size: 1rem; }
p { margin: 0.5rem 0; max-width: 46rem; }
a { color: var(--accent); }
.essential h2 { margin-top: 1.25rem; border: 0; padding: 0; }
.essential ol { margin: 0; padding: 0; list-style: none; }
.essential li { display: grid; grid-template-columns: 6rem 1fr; margin: 0 0 0.9rem; font-size: 1.15rem; }
.essential li strong { color: var(--accent); }
.essential ul { margin: 0; padding: 0 0 0 1.1rem; }
.essential ul li { display: list-item; font-size: 1rem; margin: 0 0 0.3rem; }
.notice { padding: 0.6rem 0.8rem; border: 2px solid var(--ink); font-weight: 600; max-width: none; }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 0 0 1.5rem; }
.tile { padding: 0.75rem 0.9rem; background: var(--ground); border-left: 4px solid var(--accent); min-width: 0; }
.tile dt { font-weight: 600; }
.tile dd { margin: 0.15rem 0 0; }
.tile .value { font-size: 2rem; line-height: 1.15; font-weight: 700; }
.tile .value.absent { font-size: 1.1rem; font-weight: 600; line-height: 1.5; }
.meaning { display: block; font-size: 0.875rem; font-weight: 400; color: var(--quiet); }
.before { display: block; font-size: 0.875rem; font-weight: 400; color: var(--quiet); white-space: normal; }
.absent { color: var(--quiet); }
table { width: 100%; margin: 1.5rem 0; border-collapse: collapse; }
thead th, td { overflow-wrap: break-word; }
caption { padding: 0.3rem 0; text-align: left; font-weight: 700; font-size: 1.05rem; }
th, td { padding: 0.4rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 600; font-size: 0.875rem; vertical-align: bottom; }
tbody th { font-weight: 600; }
th:not(:first-child), td { text-align: right; font-variant-numeric: tabular-nums; }
td:first-of-type { font-weight: 600; }
td.absent { font-weight: 400; }
.measures td { width: 7.5rem; }
.measures td:not(.absent) { white-space: nowrap; }
.measures .meaning { max-width: 44rem; }
.scroll { overflow-x: auto; margin: 1.5rem 0; }
.scroll table { margin: 0; overflow-wrap: normal; }
.scroll tbody th { font-weight: 600; white-space: nowrap; }
figure { margin: 1.75rem 0; }
figcaption { font-weight: 700; font-size: 1.05rem; margin: 0 0 0.5rem; }
figure svg { display: block; width: 100%; height: auto; }
figure p { font-size: 0.875rem; color: var(--quiet); margin: 0.35rem 0 0; }
svg.narrow { display: none; }
footer { margin: 2.5rem 0 1.5rem; padding-top: 0.5rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--quiet); }
@media screen and (max-width: 46rem) {
  body { padding: 0 0.75rem; }
  h1 { font-size: 1.4rem; }
  .essential li { grid-template-columns: 1fr; font-size: 1.05rem; }
  .tiles { grid-template-columns: 1fr; }
  svg.wide { display: none; }
  figure svg.narrow { display: block; max-width: 30rem; }
  .scroll table { min-width: 38rem; }
  .scroll caption { max-width: calc(100vw - 1.5rem); }
  .measures td { width: 5.5rem; }
  .of-2 tr { display: grid; grid-template-columns: repeat(2, 1fr); border-bottom: 1px solid var(--line); }
  .of-3 tr { display: grid; grid-template-columns: repeat(3, 1fr); border-bottom: 1px solid var(--line); }
  .of-2 :is(th, td), .of-3 :is(th, td) { width: auto; min-width: 0; border: 0; padding: 0.3rem 0.2rem; font-size: 0.9375rem; }
  .of-2 thead th, .of-3 thead th { font-size: 0.875rem; }
  .of-2 th:first-child, .of-3 th:first-child { grid-column: 1 / -1; padding-bottom: 0; }
}
@media print {
  @page { size: A4; margin: 14mm 13mm; }
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; line-height: 1.35; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header { padding-top: 0; }
  h2 { margin-top: 1.4rem; break-after: avoid; }
  .tiles { margin-bottom: 1rem; }
  .tile .value { font-size: 1.75rem; }
  .tile, figure, tr, .essential { break-inside: avoid; }
  caption { break-after: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  table, figure, .scroll { margin: 0.9rem 0; }
  th, td { padding: 0.2rem 0.4rem; }
  .scroll table { font-size: 0.875rem; }
  .meaning, .before, figure p { line-height: 1.25; }
  .measures td { width: 6rem; }
  figure a { color: inherit; text-decoration: none; }
}
`;
