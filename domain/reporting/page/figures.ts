import type { CountKey, MetricKey, Metrics } from '../report-contract.ts';
import { unitOf } from '../metric-units.ts';
import { type Ratio, ratioCatalogue } from '../ratios.ts';
import { Markup, markup, type Shown } from './markup.ts';
import { isKnown, type Telling, writtenMetric } from './telling.ts';

/** The same figure of earlier reports, where it is known. */
function earlierFigures(telling: Telling, key: MetricKey): Markup[] {
  return telling.earlier
    .filter(({ metrics }) => isKnown(telling, metrics, key))
    .map(({ label, metrics }) => {
      const value = writtenMetric(telling, metrics, key);
      return markup`<span class="before">${telling.words.page.before(label, value)}</span>`;
    });
}

const valueClass = (telling: Telling, key: MetricKey): string =>
  isKnown(telling, telling.report.metrics, key) ? 'value' : 'value absent';

function interval(telling: Telling, key: MetricKey): Markup | undefined {
  const { satisfactionLow, satisfactionHigh, gotAnswerLow, gotAnswerHigh } = telling.report.metrics;
  const bounds: Partial<Record<MetricKey, [number | null, number | null]>> = {
    satisfactionRate: [satisfactionLow, satisfactionHigh],
    gotAnswerRate: [gotAnswerLow, gotAnswerHigh],
  };
  const [low, high] = bounds[key] ?? [null, null];
  if (low === null || high === null || !isKnown(telling, telling.report.metrics, key)) return undefined;
  return markup`<dd>${telling.words.page.interval(low, high)}</dd>`;
}

/** How many of how many a share in large letters is, so that nobody takes all of three for all of three thousand. */
function portion(telling: Telling, key: MetricKey): Markup | undefined {
  const { metrics } = telling.report;
  const quotient = unitOf(key) === 'share' ? (ratioCatalogue as Partial<Record<MetricKey, Ratio>>)[key] : undefined;
  if (quotient === undefined || !isKnown(telling, metrics, key)) return undefined;
  const total = (keys: readonly CountKey[]): string =>
    telling.figures.count(keys.reduce((sum, count) => sum + (metrics[count] ?? 0), 0));
  return markup`<dd>${telling.words.page.portion(total(quotient.over), total(quotient.under))}</dd>`;
}

function tile(telling: Telling, key: MetricKey): Markup {
  const { titles, meanings } = telling.words;
  const earlier = earlierFigures(telling, key);
  return markup`<div class="tile"><dt>${titles[key]}</dt>
<dd class="${valueClass(telling, key)}">${writtenMetric(telling, telling.report.metrics, key)}</dd>${portion(telling, key)}${interval(telling, key)}
${earlier.length > 0 ? markup`<dd>${earlier}</dd>` : undefined}<dd class="meaning">${meanings[key]}</dd></div>`;
}

/** The figures that matter most of their part of the page, each with what it means; nothing where `over`, which they are of, is nothing. */
export const tiles = (telling: Telling, keys: readonly MetricKey[], over: MetricKey): Markup | undefined =>
  isEmpty(telling, over) ? undefined : markup`<dl class="tiles">${keys.map((key) => tile(telling, key))}</dl>`;

/** A part of the page: that nothing is to be told is said, too. */
export function section(telling: Telling, heading: string, parts: readonly (Markup | undefined)[]): Markup {
  const told = parts.filter((part) => part !== undefined);
  return markup`<section><h2>${heading}</h2>
${told.length > 0 ? told : markup`<p>${telling.words.page.nothing}</p>`}</section>
`;
}

/** Entries by name, in an order that no machine's language changes. */
export const inOrder = <Value>(named: Readonly<Record<string, Value>>): [name: string, value: Value][] =>
  Object.entries(named).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Nothing happened that this figure counts, or could be divided by: then and now. */
const isEmpty = ({ report, earlier }: Telling, key: MetricKey): boolean =>
  [report, ...earlier].every(({ metrics }) => (metrics[key] ?? 0) === 0);

const cell = (telling: Telling, metrics: Metrics, key: MetricKey): Markup =>
  markup`<td${isKnown(telling, metrics, key) ? undefined : markup` class="absent"`}>${writtenMetric(telling, metrics, key)}</td>`;

function row(telling: Telling, key: MetricKey): Markup {
  const { titles, meanings } = telling.words;
  const cells = [telling.report, ...telling.earlier].map(({ metrics }) => cell(telling, metrics, key));
  return markup`<tr><th scope="row">${titles[key]} <span class="meaning">${meanings[key]}</span></th>${cells}</tr>
`;
}

/** Figures below one another, each with what it means and what it was before; nothing where all of them are of nothing. */
export function metricTable(telling: Telling, caption: string, keys: readonly MetricKey[]): Markup | undefined {
  if (keys.every((key) => isEmpty(telling, key))) return undefined;
  const { page } = telling.words;
  const columns = [page.measure, page.value, ...telling.earlier.map(({ label }) => label)];
  const rows = keys.map((key) => row(telling, key));
  return markup`<div class="measures of-${columns.length - 1}">${table(caption, columns, rows)}</div>`;
}

/** A table of rows that are made already; `id` where something leads to it. */
export function table(caption: string, columns: readonly string[], rows: readonly Markup[], id?: string): Markup {
  return markup`<table${id === undefined ? undefined : markup` id="${id}"`}><caption>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>
`;
}

/** A row of a table: what it is of, then its figures. */
export const plainRow = (name: string, values: readonly Shown[]): Markup =>
  markup`<tr><th scope="row">${name}</th>${values.map((value) => markup`<td>${value}</td>`)}</tr>
`;

/** For a table that a phone is too narrow for: it scrolls by itself, also by the keyboard, and the page does not. */
export const scrolling = (name: string, content: Markup): Markup =>
  markup`<div class="scroll" role="region" aria-label="${name}" tabindex="0">${content}</div>
`;
