import type { ReportPhrases } from '../phrases.ts';
import type { WrittenFigures } from '../written-figures.ts';
import { type Bars, lyingBars, standingBars } from './bar-chart.ts';
import { plainBar } from './chart-look.ts';
import type { Chart, ChartWidth } from './draw-chart.ts';

/** Upper bounds, in seconds: what callers tell apart. The last bar has the rest. */
const bounds = [20, 60, 180, 300, 600, 1200, 1800, 3600, 7200, 14_400] as const;
const last = bounds[bounds.length - 1] as number;
/** Told in the alternative: three minutes, from which on a callback is usually proposed. */
const quickSeconds = 180;

const callsWithin = (distribution: Readonly<Record<string, number>>, bound: number): number =>
  Object.entries(distribution).reduce((sum, [seconds, calls]) => (Number(seconds) <= bound ? sum + calls : sum), 0);

export interface VoiceBar {
  /** Over two lines. */
  name: string;
  calls: number;
  /** Calls up to that bound. */
  cumulated: number;
}

/** Calls by time to a human voice; keys of the distribution are seconds, rounded up to tens. */
export function voiceBars(distribution: Readonly<Record<string, number>>, words: ReportPhrases): VoiceBar[] {
  const { upTo, between, beyond } = words.charts.voice;
  const nameOf = (bound: number | undefined, previous: number | undefined): string => {
    if (bound === undefined) return beyond(last);
    return previous === undefined ? upTo(bound) : between(previous, bound);
  };
  return [...bounds, undefined].map((bound, index) => {
    const previous = bounds[index - 1];
    const cumulated = callsWithin(distribution, bound ?? Number.POSITIVE_INFINITY);
    const calls = cumulated - (previous === undefined ? 0 : callsWithin(distribution, previous));
    return { name: nameOf(bound, previous), calls, cumulated };
  });
}

/** Undefined where nobody was reached. */
export function voiceChart(
  distribution: Readonly<Record<string, number>>,
  words: ReportPhrases,
  figures: WrittenFigures,
  width: ChartWidth,
): Chart | undefined {
  const rows = voiceBars(distribution, words);
  const voices = rows.at(-1)?.cumulated ?? 0;
  if (voices === 0) return undefined;
  const bars: Bars = {
    bars: rows.map(({ name, calls }) => ({ name, value: calls, look: plainBar })),
    written: figures.count,
  };
  const { title, alternative } = words.charts.voice;
  return {
    id: `voice-${width}`,
    width,
    heightPixels: width === 'wide' ? 260 : 400,
    title,
    alternative: alternative(voices, callsWithin(distribution, quickSeconds) / voices, quickSeconds),
    option: width === 'wide' ? standingBars(bars, figures) : lyingBars(bars, 96),
  };
}
