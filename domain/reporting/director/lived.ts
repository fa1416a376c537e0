import { fewestAnswers, type Counts, type Report } from '../report-contract.ts';
import { changeOf, type Change, type Portion } from './comparison.ts';

export type Period = 'day' | 'week';

/** What callers lived, as far as the figures go. Seconds, and shares of [0, 1]. */
export type LivedFinding =
  | { kind: 'missing' | 'noCalls'; period: Period }
  | { kind: 'noneForAgent'; calls: number }
  /** Too few calls for a share. */
  | { kind: 'few'; callsForAgent: number; answered: number; unserved: number }
  | {
      kind: 'usual';
      callsForAgent: number;
      answered: number;
      answerRate: number;
      unserved: number;
      /** Half of those who talked to an agent did so within that time, callbacks included. */
      medianSeconds: number | null;
      /** With the same weekday, or the week, before. */
      comparison: LivedComparison | undefined;
    };
export interface LivedComparison {
  change: Change;
  answerRate: number;
  /** Its first day. */
  from: string;
  period: Period;
}

/** A count of a report; counts are never null, but where a report of another version lacks them. */
export const counted = (report: Report, key: keyof Counts): number => report.metrics[key] ?? 0;

/** Calls that required an agent and ended with neither an agent nor a promise, whatever the reason, the menu's too. */
export const unservedIn = (report: Report): number =>
  counted(report, 'callsForAgent') - counted(report, 'answered') - counted(report, 'takenCallback');

const dayMilliseconds = 24 * 60 * 60_000;
const daysOf = ({ from, to }: Report): number => (Date.parse(to) - Date.parse(from)) / dayMilliseconds + 1;

/** Whether no day of the range was compiled: its zeros then say nothing. */
export const isMissing = (report: Report): boolean => report.missingDays.length >= daysOf(report);

const answeredOf = (report: Report): Portion => ({
  of: counted(report, 'answered'),
  over: counted(report, 'callsForAgent'),
});

function comparisonOf(report: Report, before: Report | undefined, period: Period): LivedComparison | undefined {
  if (before === undefined || before.missingDays.length > 0 || report.missingDays.length > 0) return undefined;
  const change = changeOf(answeredOf(report), answeredOf(before));
  const { answerRate } = before.metrics;
  return change === undefined || answerRate === null ? undefined : { change, answerRate, from: before.from, period };
}

/** @param before the report of the same weekday, or of the week, before */
export function livedIn(report: Report, period: Period, before: Report | undefined): LivedFinding {
  const calls = counted(report, 'calls');
  // That nobody rang on the days that are known says nothing of the others.
  if (isMissing(report) || (calls === 0 && report.missingDays.length > 0)) return { kind: 'missing', period };
  const callsForAgent = counted(report, 'callsForAgent');
  const { answerRate, timeToHumanVoiceMedianSeconds: medianSeconds } = report.metrics;
  if (calls === 0) return { kind: 'noCalls', period };
  if (callsForAgent === 0 || answerRate === null) return { kind: 'noneForAgent', calls };
  const answered = counted(report, 'answered');
  const unserved = unservedIn(report);
  if (callsForAgent < fewestAnswers) return { kind: 'few', callsForAgent, answered, unserved };
  const comparison = comparisonOf(report, before, period);
  return { kind: 'usual', callsForAgent, answered, answerRate, unserved, medianSeconds, comparison };
}
