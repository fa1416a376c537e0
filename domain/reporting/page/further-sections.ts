import type { MetricKey } from '../report-contract.ts';
import { inOrder, metricTable, plainRow, section, table, tiles } from './figures.ts';
import { type Markup, markup } from './markup.ts';
import { tally } from './promise-section.ts';
import type { Telling } from './telling.ts';

const scores: readonly MetricKey[] = ['satisfactionRate', 'gotAnswerRate', 'qualityMean'];
const asked: readonly MetricKey[] = [
  'surveyServed',
  'surveyOffered',
  'surveyOfferRate',
  'surveyAnswered',
  'surveyResponseRate',
];
const sms: readonly MetricKey[] = [
  'smsSent',
  'smsDelivered',
  'smsDeliveredRate',
  'smsUndelivered',
  'smsRefused',
  'smsParts',
  'smsUsd',
];

const ofConnect: readonly MetricKey[] = [
  'connectServiceLevel20',
  'answeredWithin20Rate',
  'queued',
  'removedFromQueueWithin20',
  'answeredWithin20',
];

/** The scores with how many were asked and answered: without them a score says nothing. */
export const surveySection = (telling: Telling): Markup =>
  section(telling, telling.words.page.survey, [
    tiles(telling, scores, 'surveyServed'),
    metricTable(telling, telling.words.page.surveyTable, asked),
  ]);

export function smsSection(telling: Telling): Markup {
  const { page } = telling.words;
  return section(telling, page.sms, [
    metricTable(telling, page.smsTables.fates, sms),
    tally(telling, page.smsTables.templates, page.template, telling.report.smsByTemplate, page.templates),
  ]);
}

function numberTable({ report, words, figures }: Telling): Markup | undefined {
  const { page } = words;
  const numbers = inOrder(report.numbers);
  if (numbers.length === 0) return undefined;
  const rows = numbers.map(([number, { received, emitted }]) =>
    plainRow(number, [figures.count(received), figures.count(emitted)]),
  );
  return table(page.numbersTable, [page.number, page.received, page.emitted], rows);
}

/** What each number of ours received and made. */
export const numberSection = (telling: Telling): Markup =>
  section(telling, telling.words.page.numbers, [
    numberTable(telling),
    metricTable(telling, telling.words.page.numbersTotal, ['callsEmitted', 'emittedPerReceived']),
  ]);

/** The last measure, and labelled as what it is: it counts a caller who left, or took a callback, as served. */
export function connectSection(telling: Telling): Markup | undefined {
  const { page } = telling.words;
  const measured = metricTable(telling, page.connectTable, ofConnect);
  return measured && section(telling, page.connect, [markup`<p>${page.connectMeaning}</p>`, measured]);
}
