import type { Language } from '../../administration/language.ts';
import type { Report } from '../report-contract.ts';
import { documentOf } from './document.ts';
import { essential } from './essential.ts';
import { tellingOf } from './telling.ts';

export interface Week {
  /** ISO 8601, as in `2026-W48`. */
  week: string;
  /** Each of its days, in order. */
  days: readonly Report[];
  /** All of them together. */
  whole: Report;
}
export interface WeekPageOptions {
  language: Language;
  previous?: { weekBefore?: Report | undefined } | undefined;
}

/**
 * A week's report as one HTML page, as `dayPage` is a day's.
 *
 * @throws RangeError where `week` is not written as in ISO 8601
 */
export function weekPage({ week, days, whole }: Week, { language, previous }: WeekPageOptions): string {
  const [, year, number] = /^(\d{4})-W(\d\d)$/u.exec(week) ?? [];
  if (year === undefined || number === undefined) throw new RangeError(`not a week: ${week}`);
  const telling = tellingOf(whole, language, [[previous?.weekBefore, ({ page }) => page.weekBefore]]);
  const essentials = essential(telling, 'week', days, previous?.weekBefore);
  const { page } = telling.words;
  const title = page.weekTitle(Number(number), Number(year));
  return documentOf(telling, title, page.range(whole.from, whole.to), essentials);
}
