import { fewestAnswers } from '../report-contract.ts';

/** So many of so many. */
export interface Portion {
  of: number;
  over: number;
}

export type Change = 'higher' | 'lower' | 'similar';

/** Of the normal distribution, 95 % on two sides. */
const deviations = 1.96;

/**
 * Whether a share has changed by more than chance explains: the test of two proportions with their pooled variance, at 95 %.
 * Undefined where either is of fewer than 30, so that no day with a few calls is called better or worse.
 */
export function changeOf(now: Portion, before: Portion): Change | undefined {
  if (now.over < fewestAnswers || before.over < fewestAnswers) return undefined;
  const pooled = (now.of + before.of) / (now.over + before.over);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.over + 1 / before.over));
  const difference = now.of / now.over - before.of / before.over;
  if (Math.abs(difference) <= deviations * error) return 'similar';
  return difference > 0 ? 'higher' : 'lower';
}
