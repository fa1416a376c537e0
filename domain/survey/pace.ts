import { callsAllowed } from '../callback/dispatch.ts';

/** Of the five calls that Connect starts at once, what is safe beside a pass of the dispatcher that begins at the same moment. */
const callsPerSecondOfQuota = 2;

/**
 * How many later surveys a pass may ring for. The quota is that of callbacks, and they come first: nothing is rung while one of them
 * has been in the last seconds.
 * @param spentUntil up to which instant each queue's dispatcher has used its calls, milliseconds since the epoch
 */
export function laterSurveysAllowed(
  spentUntil: readonly number[],
  callsPerSecond: number | undefined,
  now: Date,
): number {
  const unused = callsAllowed(0, callsPerSecond, now);
  const isBusy = spentUntil.some((spent) => callsAllowed(spent, callsPerSecond, now) < unused);
  return isBusy ? 0 : callsPerSecondOfQuota * (callsPerSecond ?? 1);
}

/** Nobody is called by a machine twice within this time. */
export const daysBetweenSurveys = 30;
