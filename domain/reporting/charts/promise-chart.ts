import type { Report } from '../contract.ts';
import { counted } from '../director/lived.ts';
import type { PromiseBar, ReportPhrases } from '../phrases.ts';
import type { WrittenFigures } from '../written-figures.ts';
import { type Bars, lyingBars } from './bar-chart.ts';
import { barLooks } from './chart-look.ts';
import type { Chart, ChartWidth } from './draw-chart.ts';

/** Whether we called in time, then whether we talked: each promise may be in one bar of either half. */
function promiseCounts(report: Report): [PromiseBar, number][] {
  const late = counted(report, 'latePromises');
  return [
    ['kept', counted(report, 'promisesKept')],
    ['late', late],
    ['neverCalled', Math.max(0, counted(report, 'promisesBroken') - late)],
    ['pending', counted(report, 'promisesPending')],
    ['cancelled', counted(report, 'promisesCancelled')],
    ['reachedFirst', counted(report, 'promisesReachedFirst')],
    ['reachedLater', counted(report, 'promisesReachedLater')],
    ['givenUp', counted(report, 'promisesGivenUp')],
  ];
}

/** Undefined where nothing was promised. */
export function promiseChart(
  report: Report,
  words: ReportPhrases,
  figures: WrittenFigures,
  width: ChartWidth,
): Chart | undefined {
  const promises = counted(report, 'promises');
  if (promises === 0) return undefined;
  const bars: Bars = {
    bars: promiseCounts(report).map(([bar, value]) => ({ name: words.charts.bars[bar], value, look: barLooks[bar] })),
    written: figures.count,
  };
  const { title, alternative } = words.charts.promises;
  return {
    id: `promises-${width}`,
    width,
    heightPixels: width === 'wide' ? 264 : 320,
    title,
    alternative: alternative(promises),
    option: lyingBars(bars, width === 'wide' ? 230 : 128),
  };
}
