import type { Language } from '../../domain/administration/language.ts';
import type { MetricKey, Report } from '../../domain/reporting/report-contract.ts';
import { dayPage, type DayPageOptions } from '../../domain/reporting/page/day-page.ts';
import { weekPage, type Week, type WeekPageOptions } from '../../domain/reporting/page/week-page.ts';
import { reportPhrases } from '../../domain/reporting/phrases.ts';

/** How reports are shown. */
export interface Views {
  titles: (language: Language) => Readonly<Record<MetricKey, string>>;
  dayPage: (report: Report, options: DayPageOptions) => string;
  weekPage: (week: Week, options: WeekPageOptions) => string;
}

export const views: Views = { titles: (language) => reportPhrases(language).titles, dayPage, weekPage };
