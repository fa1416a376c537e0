import type { Language } from '../../administration/language.ts';
import type { Report } from '../report-contract.ts';
import { documentOf } from './document.ts';
import { essential } from './essential.ts';
import { type Telling, tellingOf } from './telling.ts';

export interface DayPageOptions {
  language: Language;
  /** Reports to compare with, where there are any: of the same weekday a week before, and of the day before. */
  previous?: { weekBefore?: Report | undefined; dayBefore?: Report | undefined } | undefined;
}

const dayLabel = (_: Telling['words'], figures: Telling['figures'], { from }: Report): string => figures.shortDay(from);

/**
 * A day's report as one HTML page, which needs neither a script nor a network, for a screen, a phone and A4. The same report gives the same
 * text, byte by byte.
 */
export function dayPage(report: Report, { language, previous }: DayPageOptions): string {
  const telling = tellingOf(report, language, [
    [previous?.weekBefore, dayLabel],
    [previous?.dayBefore, dayLabel],
  ]);
  const essentials = essential(telling, 'day', [report], previous?.weekBefore);
  return documentOf(telling, telling.words.page.dayTitle(report.from), undefined, essentials);
}
