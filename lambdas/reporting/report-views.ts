import type { Language } from '../../domain/administration/language.ts';
import { countKeys, otherKeys, ratioKeys, type MetricKey, type Report } from '../../domain/reporting/contract.ts';
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

const keys: readonly MetricKey[] = [...countKeys, ...ratioKeys, ...otherKeys];
export const views: Views = {
  titles: () => Object.fromEntries(keys.map((key) => [key, key])) as Record<MetricKey, string>,
  dayPage: ({ from }, language) => `<!doctype html><html lang="${language}"><title>${from}</title></html>\n`,
  weekPage: ({ week }, language) => `<!doctype html><html lang="${language}"><title>${week}</title></html>\n`,
};
