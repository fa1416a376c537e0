import type { Report } from '../report-contract.ts';
import { adviceFor } from '../director/advice.ts';
import { livedIn, type Period } from '../director/lived.ts';
import { promisedIn } from '../director/promised.ts';
import { type Markup, markup } from './markup.ts';
import type { Telling } from './telling.ts';

/**
 * Three sentences for a director: what callers lived, what was promised and kept, what to do. What else is worth watching stands below them, and
 * above them which days are not in the figures.
 *
 * @param days the reports of each day
 * @param before of the same weekday, or the week, before
 */
export function essential(
  { report, words }: Telling,
  period: Period,
  days: readonly Report[],
  before: Report | undefined,
): Markup {
  const { director, page } = words;
  const [advice, ...others] = adviceFor(report, period, days);
  const sentences = [
    [page.labels.lived, director.lived(livedIn(report, period, before))],
    [page.labels.promised, director.promised(promisedIn(report))],
    [page.labels.advice, director.advice(advice)],
  ];
  const also =
    others.length > 0 &&
    markup`<h3>${page.labels.alsoAdvised}</h3>
<ul>${others.map((other) => markup`<li>${director.advice(other)}</li>`)}</ul>
`;
  return markup`<section class="essential"><h2>${page.essential}</h2>
${report.missingDays.length > 0 ? markup`<p class="notice">${page.missing(report.missingDays)}</p>` : undefined}
${report.personVersions.length > 1 ? markup`<p class="notice">${page.twoVersions}</p>` : undefined}
<ol>${sentences.map(([label, sentence]) => markup`<li><strong>${label}</strong> <span>${sentence}</span></li>`)}</ol>
${also || undefined}</section>
`;
}
