import type { CompiledRows, Report, ReportRules } from './contract.ts';

/** What a day's rows come to. A day without a call has every key, counts of 0 and no share. */
export function dayReport(_rows: CompiledRows, _about: { rules: ReportRules; day: string }): Report {
  throw new Error('not built yet');
}

export interface RangeOptions {
  rules: ReportRules;
  /** Local days, both included. */
  from: string;
  to: string;
  /** Distinct over the range, where somebody counted them; not told across two versions of the hash. */
  persons: number | null;
}

/** Several days in one report: counts are summed, and every share is drawn from the sums. */
export function rangeReport(_days: readonly Report[], _options: RangeOptions): Report {
  throw new Error('not built yet');
}
