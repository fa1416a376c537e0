import type { MetricKey } from '../report-contract.ts';
import { promiseFigure } from './charts.ts';
import { inOrder, metricTable, plainRow, section, table, tiles } from './figures.ts';
import type { Markup } from './markup.ts';
import type { Telling } from './telling.ts';

const first: readonly MetricKey[] = ['promiseKeptRate', 'promiseReachedRate', 'sparedSeconds'];
const offers: readonly MetricKey[] = [
  'callbacksOffered',
  'callbacksTaken',
  'callbackTakeRate',
  'callbacksDeclined',
  'callbacksRefused',
  'placesTaken',
  'slotsTaken',
];
const promises: readonly MetricKey[] = [
  'promises',
  'promisesSettled',
  'promisesKept',
  'promisesBroken',
  'latePromises',
  'lateMeanSeconds',
  'promisesPending',
  'promisesCancelled',
  'promisesCarriedOver',
  'promisesReached',
  'promisesReachedFirst',
  'promiseReachedFirstRate',
  'promisesReachedLater',
  'promisesGivenUp',
];

/**
 * Counts by name, the most frequent first; nothing where there are none.
 *
 * @param names what a name is in words; one that is not known here is shown as it is
 */
export function tally(
  { figures, words }: Telling,
  caption: string,
  column: string,
  counts: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>> = {},
): Markup | undefined {
  const entries = inOrder(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([, ones], [, others]) => others - ones);
  if (entries.length === 0) return undefined;
  const rows = entries.map(([name, count]) =>
    plainRow(Object.hasOwn(names, name) ? (names[name] ?? name) : name, [figures.count(count)]),
  );
  return table(caption, [column, words.page.value], rows);
}

/** In the order of attempts, not by how many. */
function attempts({ report, figures, words }: Telling): Markup | undefined {
  const { page } = words;
  const entries = Object.entries(report.reachedAtAttempt).toSorted(([one], [other]) => Number(one) - Number(other));
  if (entries.length === 0) return undefined;
  const rows = entries.map(([attempt, count]) => plainRow(attempt, [figures.count(count)]));
  return table(page.promisedTables.attempts, [page.attempt, page.value], rows);
}

export function promiseSection(telling: Telling): Markup {
  const { report, words } = telling;
  const { page } = words;
  const names = page.promisedTables;
  return section(telling, page.promised, [
    tiles(telling, first, 'promises'),
    promiseFigure(telling),
    metricTable(telling, names.promises, promises),
    metricTable(telling, names.offers, offers),
    tally(telling, names.offerReasons, page.reason, report.offerReasons, page.offerReasons),
    tally(telling, names.refusals, page.reason, report.callbackRefusals, page.refusals),
    attempts(telling),
  ]);
}
