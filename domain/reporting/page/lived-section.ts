import type { MetricKey } from '../report-contract.ts';
import { answerRateFigure, outcomeFigure, voiceFigure } from './charts.ts';
import { inOrder, metricTable, plainRow, scrolling, section, table, tiles } from './figures.ts';
import { type Markup, markup } from './markup.ts';
import { type Telling, writtenMetric } from './telling.ts';

const first: readonly MetricKey[] = ['answerRate', 'reachedSameDayRate', 'timeToHumanVoiceMedianSeconds'];
const agent: readonly MetricKey[] = [
  'callsForAgent',
  'answered',
  'answeredByCallback',
  'answerRateWithCallbacks',
  'globalRate',
];
const time: readonly MetricKey[] = [
  'timeToHumanVoiceSeconds',
  'timeToHumanVoiceNinetyPercentSeconds',
  'averageSpeedOfAnswerSeconds',
  'answeredWithin20Rate',
  'answeredWithin60Rate',
  'answeredWithin180Rate',
];
const leaving: readonly MetricKey[] = [
  'abandoned',
  'abandonmentRate',
  'abandonmentRateRaw',
  'balked',
  'balkingRate',
  'failed',
];
const persons: readonly MetricKey[] = [
  'persons',
  'reachedTwoDaysRate',
  'callsPerPerson',
  'redials',
  'redialRate',
  'hiddenCalls',
];
const announcements: readonly MetricKey[] = [
  'announcementHeldRate',
  'announcedMeanSeconds',
  'announcedWaitedMeanSeconds',
];
const outcomes: readonly MetricKey[] = [
  'calls',
  'callsOpen',
  'callsClosed',
  'takenCallback',
  'informed',
  'transferred',
  'leftInMenu',
];

/** What callers lived: an agent first, for persons as for calls, and the time it took with the callback's wait in it. */
export function livedSection(telling: Telling): Markup {
  const { page } = telling.words;
  const names = page.livedTables;
  return section(telling, page.lived, [
    tiles(telling, first, 'calls'),
    answerRateFigure(telling),
    outcomeFigure(telling),
    voiceFigure(telling),
    metricTable(telling, names.agent, agent),
    metricTable(telling, names.time, time),
    metricTable(telling, names.leaving, leaving),
    metricTable(telling, names.persons, persons),
    metricTable(telling, names.announcements, announcements),
    metricTable(telling, names.outcomes, outcomes),
  ]);
}

/** What is known of a queue: persons, SMS and quantiles are of none. */
const ofQueues: readonly MetricKey[] = [
  'callsForAgent',
  'answerRate',
  'answerRateWithCallbacks',
  'averageSpeedOfAnswerSeconds',
  'abandonmentRate',
  'promiseKeptRate',
];

/** The same measures queue by queue; nothing for a line of one queue. */
export function queueSection(telling: Telling): Markup | undefined {
  const { report, words } = telling;
  const queues = inOrder(report.byQueue);
  if (queues.length < 2) return undefined;
  const rows = queues.map(([queue, metrics]) =>
    plainRow(
      queue,
      ofQueues.map((key) => writtenMetric(telling, metrics, key)),
    ),
  );
  const { page, titles } = words;
  const columns = [page.queue, ...ofQueues.map((key) => titles[key])];
  return section(telling, page.queues, [
    markup`<p>${page.queuesMeaning}</p>`,
    scrolling(page.queues, table(page.queues, columns, rows)),
  ]);
}
