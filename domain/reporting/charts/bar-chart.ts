import type { WrittenFigures } from '../written-figures.ts';
import { ink, type Look } from './chart-look.ts';
import type { ChartOption } from './draw-chart.ts';

export interface Bar {
  name: string;
  /** Null where there is nothing to be drawn: said in words by `written`. */
  value: number | null;
  look: Look;
}

export interface Bars {
  bars: readonly Bar[];
  /** Names that stand above the bars after them, and have none. */
  headings?: ReadonlySet<string>;
  /** How a value is written at its bar. */
  written: (value: number) => string;
  /** Where the scale ends; else at the longest bar. */
  longest?: number;
}

/** A bar that is not drawn has its word at the axis, since a bar of no length and none at all look the same. */
const labelOf = (written: Bars['written'], { value }: Bar): string => (value === null ? '' : written(value));

const seriesOf = ({ bars, written }: Bars, position: 'top' | 'right') => [
  {
    type: 'bar' as const,
    silent: true,
    barMaxWidth: 56,
    barCategoryGap: '28%',
    data: bars.map((bar) => ({
      value: bar.value ?? '-',
      itemStyle: bar.look,
      label: { show: true, position, color: ink, fontSize: 13, formatter: () => labelOf(written, bar) },
    })),
  },
];

/** Bars that stand side by side, for a wide page. */
export function standingBars(bars: Bars, figures: WrittenFigures): ChartOption {
  const scale = bars.longest === undefined ? { minInterval: 1 } : { max: bars.longest, interval: bars.longest / 4 };
  const written = bars.longest === undefined ? figures.count : bars.written;
  return {
    grid: { top: 24, left: 64, right: 8, bottom: 44, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: bars.bars.map(({ name }) => name),
      axisLabel: { color: ink, interval: 0, lineHeight: 16 },
      axisTick: { show: false },
    },
    yAxis: { type: 'value', min: 0, ...scale, axisLabel: { color: ink, formatter: (value: number) => written(value) } },
    series: seriesOf(bars, 'top'),
  };
}

/** Bars that lie below one another, each with room for its name on the left: a fifth more than the renderer, which has no font, reckons with. */
export function lyingBars(bars: Bars, namePixels: number): ChartOption {
  return {
    grid: { top: 4, left: namePixels, right: 72, bottom: 4, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      show: false,
      min: 0,
      ...(bars.longest !== undefined && { max: bars.longest }),
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.bars.map(({ name }) => name),
      axisLabel: {
        color: ink,
        interval: 0,
        width: Math.round(namePixels * 0.8),
        overflow: 'break',
        lineHeight: 15,
        formatter: (name: string) => (bars.headings?.has(name) ? `{heading|${name}}` : name),
        rich: { heading: { fontWeight: 'bold', color: ink, fontSize: 13 } },
      },
      axisTick: { show: false },
    },
    series: seriesOf(bars, 'right'),
  };
}
