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
  name: string;
  calls: number;
  /** Calls up to that bound. */
  cumulated: number;
}

/** Calls by time to a human voice; keys of the distribution are seconds, rounded up to tens. */
export function voiceBars(distribution: Readonly<Record<string, number>>, words: ReportPhrases): VoiceBar[] {
  let before = 0;
  return [...bounds, Number.POSITIVE_INFINITY].map((bound) => {
    const cumulated = callsWithin(distribution, bound);
    const calls = cumulated - before;
    before = cumulated;
    const name = bound === Number.POSITIVE_INFINITY ? words.charts.voice.beyond(last) : words.charts.voice.upTo(bound);
    return { name, calls, cumulated };
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
    heightPixels: width === 'wide' ? 260 : 330,
    title,
    alternative: alternative(voices, callsWithin(distribution, quickSeconds) / voices, quickSeconds),
    option: width === 'wide' ? standingBars(bars, figures) : lyingBars(bars, 84),
  };
}
