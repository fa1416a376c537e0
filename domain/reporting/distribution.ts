import type { CallRow } from './compiled-rows.ts';
import type { OtherKey } from './report-contract.ts';
import { byCodeUnits } from './rows/settle.ts';
import { voicedCall } from './counts/of-calls.ts';

/** Width of the buckets in which waits are counted, so that days can be added up and no single call is told. */
export const bucketSeconds = 10;

/** Calls to a human voice, by seconds rounded up to tens. */
export function voiceSecondsDistribution(rows: readonly CallRow[]): Record<string, number> {
  const buckets = rows
    .filter((row) => voicedCall.is(row))
    .map(({ voice_seconds }) => Math.ceil((voice_seconds ?? 0) / bucketSeconds) * bucketSeconds);
  return tally(buckets.map(String));
}

/** How often each word comes; keys sorted. */
export function tally(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return sorted([...counts]);
}

/** Several of them, added up. */
export function addTallies(tallies: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const one of tallies) {
    for (const [word, count] of Object.entries(one)) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return sorted([...counts]);
}

/** The same words give the same bytes, whatever came first. */
export const sorted = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries(entries.toSorted(([one], [other]) => byCodeUnits(one, other)));

export type QuantileKey = Extract<OtherKey, `timeToHumanVoice${string}`>;
/** Which share of calls is not above: as a quotient of whole numbers, which compare without rounding. */
export const quantileCatalogue: Readonly<Record<QuantileKey, { over: number; under: number }>> = {
  timeToHumanVoiceMedianSeconds: { over: 1, under: 2 },
  timeToHumanVoiceNinetyPercentSeconds: { over: 9, under: 10 },
};

/** Nearest rank: the first bucket up to which at least that share of calls lies. */
export function quantiles(distribution: Readonly<Record<string, number>>): Record<QuantileKey, number | null> {
  const buckets = Object.entries(distribution)
    .map(([seconds, count]) => ({ seconds: Number(seconds), count }))
    .toSorted((one, other) => one.seconds - other.seconds);
  const all = buckets.reduce((sum, { count }) => sum + count, 0);
  return Object.fromEntries(
    Object.entries(quantileCatalogue).map(([key, { over, under }]) => {
      let upTo = 0;
      const found = buckets.find(({ count }) => (upTo += count) * under >= over * all);
      return [key, found?.seconds ?? null];
    }),
  ) as Record<QuantileKey, number | null>;
}
