import type { Report } from '../report-contract.ts';
import { counted } from '../director/lived.ts';
import type { PromiseBar, ReportPhrases } from '../phrases.ts';
import type { WrittenFigures } from '../written-figures.ts';
import { type Bar, type Bars, lyingBars } from './bar-chart.ts';
import { barLooks, plainBar } from './chart-look.ts';
import type { Chart, ChartWidth } from './draw-chart.ts';

/** Whether we called in time, then whether we talked: each promise may be in one bar of either half. */
function promiseCounts(report: Report): Record<'called' | 'talked', [PromiseBar, number][]> {
  const late = counted(report, 'latePromises');
  const called: [PromiseBar, number][] = [
    ['kept', counted(report, 'promisesKept')],
    ['late', late],
    ['neverCalled', Math.max(0, counted(report, 'promisesBroken') - late)],
    ['pending', counted(report, 'promisesPending')],
    ['cancelled', counted(report, 'promisesCancelled')],
  ];
  const talked: [PromiseBar, number][] = [
    ['reachedFirst', counted(report, 'promisesReachedFirst')],
    ['reachedLater', counted(report, 'promisesReachedLater')],
    ['givenUp', counted(report, 'promisesGivenUp')],
  ];
  return { called, talked };
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
  const { title, alternative, headings } = words.charts.promises;
  const { called, talked } = promiseCounts(report);
  const headed = (heading: string, counts: readonly [PromiseBar, number][]): Bar[] => [
    { name: heading, value: null, look: plainBar },
    ...counts.map(([bar, value]) => ({ name: words.charts.bars[bar], value, look: barLooks[bar] })),
  ];
  const bars: Bars = {
    bars: [...headed(headings.called, called), ...headed(headings.talked, talked)],
    headings: new Set([headings.called, headings.talked]),
    written: figures.count,
  };
  return {
    id: `promises-${width}`,
    width,
    heightPixels: width === 'wide' ? 300 : 360,
    title,
    alternative: alternative(promises),
    option: lyingBars(bars, width === 'wide' ? 230 : 146),
  };
}
