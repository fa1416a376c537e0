import type { Language } from '../../administration/language.ts';
import { fewestAnswers, type MetricKey, type Metrics, type Report } from '../report-contract.ts';
import { type MetricUnit, unitOf } from '../metric-units.ts';
import { reportPhrases, type ReportPhrases } from '../phrases.ts';
import { writtenFigures, type WrittenFigures } from '../written-figures.ts';

/** An earlier report whose figures stand beside those of this one. */
interface Earlier {
  label: string;
  metrics: Metrics;
}

/** What every part of a page needs to tell its report. */
export interface Telling {
  language: Language;
  words: ReportPhrases;
  figures: WrittenFigures;
  report: Report;
  earlier: readonly Earlier[];
}

type LabelOf = (words: ReportPhrases, figures: WrittenFigures, report: Report) => string;

/** @param before reports to compare with, each with its label; one of days that were not compiled has nothing to compare */
export function tellingOf(
  report: Report,
  language: Language,
  before: readonly [report: Report | undefined, label: LabelOf][],
): Telling {
  const words = reportPhrases(language);
  const figures = writtenFigures(language);
  const earlier = before.flatMap(([known, label]): Earlier[] =>
    known === undefined || known.missingDays.length > 0
      ? []
      : [{ label: label(words, figures, known), metrics: known.metrics }],
  );
  return { language, words, figures, report, earlier };
}

/** Scores that are hidden where their answers are too few. */
const answersBehind: Partial<Record<MetricKey, 'surveyAnswered' | 'gotAnswerAsked'>> = {
  qualityMean: 'surveyAnswered',
  satisfactionRate: 'surveyAnswered',
  gotAnswerRate: 'gotAnswerAsked',
};

const writers: Readonly<Record<MetricUnit, (value: number, telling: Telling) => string>> = {
  count: (value, { figures }) => figures.count(value),
  seconds: (value, { figures }) => figures.duration(value),
  dollars: (value, { figures }) => figures.dollars(value),
  share: (value, { figures }) => figures.share(value),
  mark: (value, { words }) => words.page.outOfFive(value),
  quotient: (value, { figures }) => figures.decimal(value),
};

/** Why there is no figure. */
function absent({ words: { page } }: Telling, metrics: Metrics, key: MetricKey): string {
  const answers = answersBehind[key];
  if (answers !== undefined) return page.hidden(metrics[answers] ?? 0);
  if (key === 'persons') return page.notCounted;
  if (key === 'reachedTwoDaysRate' && (metrics.personDays ?? 0) > 0) return page.notYetOver;
  return page.noCase;
}

/** One metric as the page writes it: never a zero for what is null, never a score of fewer answers than may be published. */
export function writtenMetric(telling: Telling, metrics: Metrics, key: MetricKey): string {
  const value = metrics[key];
  const answers = answersBehind[key];
  if (value === null || (answers !== undefined && (metrics[answers] ?? 0) < fewestAnswers))
    return absent(telling, metrics, key);
  return writers[unitOf(key)](value, telling);
}

/** Whether the figure is one, and not a word that says why there is none. */
export const isKnown = (telling: Telling, metrics: Metrics, key: MetricKey): boolean =>
  writtenMetric(telling, metrics, key) !== absent(telling, metrics, key);
