import { fewestAnswers, type Report } from '../report-contract.ts';
import { counted, isMissing } from './lived.ts';

/** What was promised, and whether it was kept. */
export type PromisedFinding =
  /** Nothing is known of the day, so nothing of its promises. */
  | { kind: 'missing' }
  /** No callback was promised, and to so many it was proposed. */
  | { kind: 'none'; offered: number }
  /** None of them was to be called yet: they are still to come, or were cancelled. */
  | { kind: 'unsettled'; promises: number; pending: number; cancelled: number }
  | {
      kind: 'settled';
      settled: number;
      kept: number;
      /** Null where they are too few for a share. */
      keptRate: number | null;
      late: number;
      lateMeanSeconds: number | null;
      /** Neither in their hour nor later. */
      neverCalled: number;
      pending: number;
      /** We have stopped calling, and talked to nobody. */
      givenUp: number;
    };

export function promisedIn(report: Report): PromisedFinding {
  if (isMissing(report)) return { kind: 'missing' };
  const promises = counted(report, 'promises');
  const settled = counted(report, 'promisesSettled');
  const pending = counted(report, 'promisesPending');
  if (promises === 0) return { kind: 'none', offered: counted(report, 'callbacksOffered') };
  if (settled === 0) return { kind: 'unsettled', promises, pending, cancelled: counted(report, 'promisesCancelled') };
  const late = counted(report, 'latePromises');
  return {
    kind: 'settled',
    settled,
    kept: counted(report, 'promisesKept'),
    keptRate: settled < fewestAnswers ? null : report.metrics.promiseKeptRate,
    late,
    lateMeanSeconds: report.metrics.lateMeanSeconds,
    neverCalled: Math.max(0, counted(report, 'promisesBroken') - late),
    pending,
    givenUp: counted(report, 'promisesGivenUp'),
  };
}
