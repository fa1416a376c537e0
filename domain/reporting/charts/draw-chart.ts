import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  LegendPlainComponent,
  type GridComponentOption,
  type LegendComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { ink } from './chart-look.ts';

use([BarChart, GridComponent, LegendPlainComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>;

/** A page has each chart twice, since the letters of a wide one cannot be read on a phone. */
export type ChartWidth = 'wide' | 'narrow';
const chartPixels: Readonly<Record<ChartWidth, number>> = { wide: 920, narrow: 296 };

export interface Chart {
  /** Unique in its page. */
  id: string;
  width: ChartWidth;
  heightPixels: number;
  title: string;
  /** What it shows, for who does not see it. */
  alternative: string;
  option: ChartOption;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const text = (plain: string): string => plain.replaceAll(/[&<>]/gu, (character) => entities[character] ?? '');

/**
 * The renderer numbers what it draws on and on, as long as the process runs, and prepares it for a mouse. Numbers begin again with each chart, so
 * that the same report is the same page; what only a script could use goes.
 */
function settled(svg: string, id: string): string {
  return svg
    .replaceAll(/<style ?>.*?<\/style>/gsu, '')
    .replaceAll(/ (?:class|ecmeta_[a-z_]+|pointer-events)="[^"]*"/gu, '')
    .replaceAll(/\bzr\d+-/gu, `${id}-`)
    .replaceAll(/\n+/gu, '\n')
    .trim();
}

/** One chart as an SVG element with its title and its alternative. */
export function drawChart({ id, width, heightPixels, title, alternative, option }: Chart): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: chartPixels[width], height: heightPixels });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'system-ui, sans-serif', fontSize: 13, color: ink },
      ...option,
    });
    const svg = settled(chart.renderToSVGString(), id);
    const box = `viewBox="0 0 ${chartPixels[width]} ${heightPixels}"`;
    const named = `role="img" aria-labelledby="${id}-title ${id}-text"`;
    const opening = `<svg class="${width}" ${box} ${named} xmlns="http://www.w3.org/2000/svg">`;
    const told = `<title id="${id}-title">${text(title)}</title><desc id="${id}-text">${text(alternative)}</desc>`;
    return svg.replace(/^<svg[^>]*>/u, `${opening}${told}`);
  } finally {
    chart.dispose();
  }
}
