import { answerRateChart } from '../charts/answer-rate-chart.ts';
import { type Chart, type ChartWidth, drawChart } from '../charts/draw-chart.ts';
import { outcomeChart, segmentedHalfHours, segments } from '../charts/outcome-chart.ts';
import { promiseChart } from '../charts/promise-chart.ts';
import { voiceBars, voiceChart } from '../charts/voice-chart.ts';
import { unservedIn } from '../director/lived.ts';
import { inOrder, plainRow, scrolling, section, table } from './figures.ts';
import { type Markup, markup, trusted } from './markup.ts';
import type { Telling } from './telling.ts';

const widths: readonly ChartWidth[] = ['wide', 'narrow'];

/** One chart at both widths, of which one is shown; nothing where there is nothing to draw. */
function figure(chartOf: (width: ChartWidth) => Chart | undefined, after?: Markup): Markup | undefined {
  const charts = widths.flatMap((width) => chartOf(width) ?? []);
  if (charts[0] === undefined) return undefined;
  return markup`<figure><figcaption>${charts[0].title}</figcaption>
${charts.map((chart) => trusted(`${drawChart(chart)}\n`))}${after}</figure>
`;
}

const linkTo = ({ words }: Telling, id: string): Markup => markup`<p><a href="#${id}">${words.charts.seeTable}</a></p>`;

export const outcomeFigure = (telling: Telling): Markup | undefined =>
  figure(
    (width) => outcomeChart(telling.report.byHalfHour, telling.words, telling.figures, width),
    linkTo(telling, 'by-half-hour'),
  );

export const voiceFigure = (telling: Telling): Markup | undefined =>
  figure(
    (width) => voiceChart(telling.report.voiceSecondsDistribution, telling.words, telling.figures, width),
    markup`<p>${telling.words.charts.voice.unserved(unservedIn(telling.report))}</p>${linkTo(telling, 'to-a-voice')}`,
  );

export const promiseFigure = (telling: Telling): Markup | undefined =>
  figure((width) => promiseChart(telling.report, telling.words, telling.figures, width));

export const answerRateFigure = (telling: Telling): Markup | undefined =>
  figure(
    (width) => answerRateChart(telling.report, telling.words, telling.figures, width),
    linkTo(telling, 'answer-rate-by-day'),
  );

function halfHourTable({ report, words, figures }: Telling): Markup | undefined {
  const rows = segmentedHalfHours(report.byHalfHour);
  if (rows.length === 0) return undefined;
  const { charts } = words;
  const columns = [charts.halfHour, charts.calls, ...segments.map((segment) => charts.segments[segment])];
  const caption = charts.table(charts.outcomes.title);
  const written = rows.map((row) =>
    plainRow(figures.clock(row.time), [
      figures.count(row.calls),
      ...segments.map((segment) => figures.count(row.segments[segment])),
    ]),
  );
  return scrolling(caption, table(caption, columns, written, 'by-half-hour'));
}

function voiceTable({ report, words, figures }: Telling): Markup | undefined {
  const rows = voiceBars(report.voiceSecondsDistribution, words);
  const voices = rows.at(-1)?.cumulated ?? 0;
  if (voices === 0) return undefined;
  const { charts } = words;
  const written = rows.map(({ name, calls, cumulated }) =>
    plainRow(name.replace('\n', ' '), [figures.count(calls), figures.share(cumulated / voices)]),
  );
  const columns = [charts.voice.time, charts.calls, charts.voice.cumulated];
  return table(charts.table(charts.voice.title), columns, written, 'to-a-voice');
}

function dayTable({ report, words, figures }: Telling): Markup | undefined {
  const days = inOrder(report.byDay);
  if (days.length < 2 || days.every(([, { answerRate }]) => answerRate === null)) return undefined;
  const { charts, titles, page } = words;
  const rows = days.map(([day, { callsForAgent, answered, answerRate }]) =>
    plainRow(figures.shortDay(day), [
      figures.count(callsForAgent ?? 0),
      figures.count(answered ?? 0),
      answerRate === null ? page.noCase : figures.share(answerRate),
    ]),
  );
  const columns = [page.day, titles.callsForAgent, titles.answered, titles.answerRate];
  const caption = charts.table(charts.answerRate.title);
  return scrolling(caption, table(caption, columns, rows, 'answer-rate-by-day'));
}

/** The figures that the charts are drawn from. */
export function annex(telling: Telling): Markup | undefined {
  const tables = [dayTable(telling), halfHourTable(telling), voiceTable(telling)].filter((one) => one !== undefined);
  if (tables.length === 0) return undefined;
  const { page } = telling.words;
  return section(telling, page.annex, [markup`<p>${page.annexMeaning}</p>`, ...tables]);
}
