import type { Counts } from '../report-contract.ts';
import { givenUpOf } from '../director/short-hours.ts';
import type { CallSegment, ReportPhrases } from '../phrases.ts';
import type { WrittenFigures } from '../written-figures.ts';
import { ink, segmentLooks } from './chart-look.ts';
import { type Chart, type ChartOption, type ChartWidth } from './draw-chart.ts';

export const segments: readonly CallSegment[] = ['answered', 'callback', 'informed', 'givenUp', 'leftInMenu', 'closed'];

export interface SegmentedHalfHour {
  /** `HH:MM`. */
  time: string;
  calls: number;
  segments: Record<CallSegment, number>;
}

/** Every call in one segment: what is in no other rang while the line was closed. */
function segmentsOf(counts: Counts): Record<CallSegment, number> {
  const known = {
    answered: counts.answered,
    callback: counts.takenCallback,
    informed: counts.informed + counts.transferred,
    givenUp: givenUpOf(counts) + counts.failed,
    leftInMenu: counts.leftInMenu,
  };
  const others = Object.values(known).reduce((sum, value) => sum + value, 0);
  return { ...known, closed: Math.max(0, counts.calls - others) };
}

const halfHours = Array.from(
  { length: 48 },
  (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
);
const none: Record<CallSegment, number> = {
  answered: 0,
  callback: 0,
  informed: 0,
  givenUp: 0,
  leftInMenu: 0,
  closed: 0,
};

/** From the first half hour with a call to the last one, without a gap. */
export function segmentedHalfHours(byHalfHour: Readonly<Record<string, Counts>>): SegmentedHalfHour[] {
  const times = Object.keys(byHalfHour).toSorted();
  const first = halfHours.indexOf(times[0] ?? '');
  const last = halfHours.indexOf(times.at(-1) ?? '');
  if (first < 0) return [];
  return halfHours.slice(first, last + 1).map((time) => {
    const counts = byHalfHour[time];
    return { time, calls: counts?.calls ?? 0, segments: counts ? segmentsOf(counts) : none };
  });
}

const legendRowPixels = 22;

/** Room for the labels of the vertical axis; the highest may be a fifth above the longest bar. */
const scalePixels = (rows: readonly SegmentedHalfHour[], figures: WrittenFigures): number =>
  18 + 8 * figures.count(Math.max(...rows.map(({ calls }) => calls)) * 1.2).length;

function optionOf(
  rows: readonly SegmentedHalfHour[],
  words: ReportPhrases,
  figures: WrittenFigures,
  width: ChartWidth,
) {
  const isNarrow = width === 'narrow';
  const used = segments.filter((segment) => rows.some((row) => row.segments[segment] > 0));
  const legendPixels = (isNarrow ? used.length : 2) * legendRowPixels;
  const hours = isNarrow && rows.length > 12 ? /^\d[02468]:00/u : /:00/u;
  return {
    legend: {
      orient: isNarrow ? 'vertical' : 'horizontal',
      top: 0,
      left: 0,
      width: '100%',
      itemWidth: 22,
      itemHeight: 14,
      itemGap: isNarrow ? 8 : 18,
      textStyle: { color: ink, fontSize: 13 },
      inactiveBorderWidth: 0,
      data: used.map((segment) => words.charts.segments[segment]),
    },
    grid: { top: legendPixels + 24, left: scalePixels(rows, figures), right: 18, bottom: 28, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: rows.map(({ time }) => time),
      axisLabel: {
        color: ink,
        interval: (_: number, time: string) => hours.test(time),
        formatter: (time: string) => figures.clock(time),
        hideOverlap: true,
      },
      axisTick: { alignWithLabel: true, interval: 0 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: ink, formatter: (value: number) => figures.count(value) },
    },
    series: used.map((segment) => ({
      type: 'bar',
      name: words.charts.segments[segment],
      stack: 'calls',
      silent: true,
      barCategoryGap: '20%',
      itemStyle: segmentLooks[segment],
      data: rows.map((row) => row.segments[segment]),
    })),
  } satisfies ChartOption;
}

/** Calls by half hour, stacked by what became of them; undefined where there was none. */
export function outcomeChart(
  byHalfHour: Readonly<Record<string, Counts>>,
  words: ReportPhrases,
  figures: WrittenFigures,
  width: ChartWidth,
): Chart | undefined {
  const rows = segmentedHalfHours(byHalfHour);
  const busiest = rows.toSorted((one, other) => other.calls - one.calls)[0];
  if (busiest === undefined || busiest.calls === 0) return undefined;
  const calls = rows.reduce((sum, row) => sum + row.calls, 0);
  return {
    id: `outcomes-${width}`,
    width,
    heightPixels: width === 'wide' ? 340 : 420,
    title: words.charts.outcomes.title,
    alternative: words.charts.outcomes.alternative(calls, busiest.time, busiest.calls),
    option: optionOf(rows, words, figures, width),
  };
}
