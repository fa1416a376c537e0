import type { Language } from '../../domain/administration/language.ts';
import type { MetricKey, Report } from '../../domain/reporting/contract.ts';
import { dayPage } from '../../domain/reporting/page/day-page.ts';
import { weekPage } from '../../domain/reporting/page/week-page.ts';
import { reportPhrases } from '../../domain/reporting/phrases.ts';
import type { WeekView } from './week-pages.ts';

/** What a day is compared with, where there is any. */
export interface PreviousReports {
  dayBefore?: Report;
  weekBefore?: Report;
}
/** How reports are shown. */
export interface Views {
  titles: (language: Language) => Readonly<Record<MetricKey, string>>;
  dayPage: (report: Report, language: Language, previous: PreviousReports) => string;
  weekPage: WeekView;
}

export const views: Views = {
  titles: (language) => reportPhrases(language).titles,
  dayPage: (report, language, previous) => dayPage(report, { language, previous }),
  weekPage: (week, language) => weekPage(week, { language }),
};
