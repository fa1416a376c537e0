import type { Report } from '../report-contract.ts';
import type { ReportPhrases } from '../phrases.ts';
import type { WrittenFigures } from '../written-figures.ts';
import { type Bars, lyingBars, standingBars } from './bar-chart.ts';
import { plainBar } from './chart-look.ts';
import type { Chart, ChartWidth } from './draw-chart.ts';

interface DayRate {
  day: string;
  rate: number;
}

/** The answer rate of each day of a week; undefined for a single day, and where no day has one. */
export function answerRateChart(
  week: Report,
  words: ReportPhrases,
  figures: WrittenFigures,
  width: ChartWidth,
): Chart | undefined {
  const days = Object.keys(week.byDay).toSorted();
  const rates = days.flatMap((day): DayRate[] => {
    const rate = week.byDay[day]?.answerRate ?? null;
    return rate === null ? [] : [{ day, rate }];
  });
  const inOrder = rates.toSorted((one, other) => one.rate - other.rate);
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  if (days.length < 2 || lowest === undefined || highest === undefined) return undefined;
  const bars: Bars = {
    bars: days.map((day) => {
      const value = week.byDay[day]?.answerRate ?? null;
      const name = figures.shortDay(day);
      return { name: value === null ? `${name}\n(${words.charts.noCall})` : name, value, look: plainBar };
    }),
    written: figures.share,
    longest: 1,
  };
  const { title, alternative } = words.charts.answerRate;
  return {
    id: `answer-rate-${width}`,
    width,
    heightPixels: 260,
    title,
    alternative: alternative(lowest.day, lowest.rate, highest.day, highest.rate),
    option: width === 'wide' ? standingBars(bars, figures) : lyingBars(bars, 84),
  };
}
