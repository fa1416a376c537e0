import type { MetricKey, Report } from '../../domain/reporting/report-contract.ts';
import { adviceFor } from '../../domain/reporting/director/advice.ts';
import { livedIn } from '../../domain/reporting/director/lived.ts';
import { promisedIn } from '../../domain/reporting/director/promised.ts';
import { tellingOf, writtenMetric } from '../../domain/reporting/page/telling.ts';

const mainFigures: readonly MetricKey[] = [
  'calls',
  'persons',
  'answerRate',
  'answerRateWithCallbacks',
  'abandonmentRate',
  'timeToHumanVoiceSeconds',
  'timeToHumanVoiceNinetyPercentSeconds',
  'callbacksTaken',
  'promiseKeptRate',
  'promisesPending',
  'smsDeliveredRate',
  'surveyResponseRate',
  'satisfactionRate',
];

/** A day's report for a terminal, in English: the three sentences of its page, then the main figures in the page's words. */
export function reportText(report: Report): string {
  const telling = tellingOf(report, 'en', []);
  const { director, titles } = telling.words;
  const [advice] = adviceFor(report, 'day', [report]);
  const width = Math.max(...mainFigures.map((key) => titles[key].length)) + 2;
  return [
    `${report.name}, ${report.from}`,
    director.lived(livedIn(report, 'day', undefined)),
    director.promised(promisedIn(report)),
    director.advice(advice),
    ...mainFigures.map((key) => `${titles[key].padEnd(width)}${writtenMetric(telling, report.metrics, key)}`),
  ].join('\n');
}
