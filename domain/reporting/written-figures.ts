import type { Language } from '../administration/language.ts';

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
/** No line ends between a number and its unit. */
const joined = '\u00a0';

/** Figures as a page writes them, in one language. Nothing of them depends on the machine's own language or zone. */
export interface WrittenFigures {
  count: (value: number) => string;
  /**
   * Of [0, 1], as a percentage with at most one decimal. Rounding makes neither all of nearly all, nor none
   * of a few: 0.9996 is 99.9 %, 0.0002 is 0.1 %.
   */
  share: (value: number) => string;
  decimal: (value: number) => string;
  dollars: (value: number) => string;
  /** Of seconds: whole ones below ten minutes, whole minutes above. */
  duration: (seconds: number) => string;
  /** Of `YYYY-MM-DD`: weekday, day and month. */
  day: (date: string) => string;
  /** With the year. */
  fullDay: (date: string) => string;
  /** As the label of a chart. */
  shortDay: (date: string) => string;
  /** Of `HH:MM`. */
  clock: (time: string) => string;
  /** Several things, with "and" before the last. */
  list: (items: readonly string[]) => string;
}

const withRest = (whole: string, rest: number, unit: string): string =>
  rest === 0 ? whole : `${whole}${joined}${rest}${joined}${unit}`;

function duration(seconds: number, count: (value: number) => string): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${joined}s`;
  if (whole < 600) return withRest(`${Math.floor(whole / 60)}${joined}min`, whole % 60, 's');
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes}${joined}min`;
  return withRest(`${count(Math.floor(minutes / 60))}${joined}h`, minutes % 60, 'min');
}

/** Half hours as each language writes them: 10 h 30, 10:30. */
function clock(time: string, language: Language): string {
  if (language === 'en') return time;
  const [hour, minute] = time.split(':');
  return `${Number(hour)}${joined}h${minute === '00' ? '' : `${joined}${minute}`}`;
}

function dates(language: Language, options: Intl.DateTimeFormatOptions): (date: string) => string {
  const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  return (date) => {
    const written = format.format(new Date(date)).replace(',', '');
    return language === 'fr' ? written.replace(/(^| )1(?= )/u, '$11er') : written;
  };
}

function figuresOf(language: Language): WrittenFigures {
  const locale = locales[language];
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percentSign = language === 'fr' ? `${joined}%` : '%';
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const dollars = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
  });
  const shortDay = dates(language, { weekday: 'short', day: 'numeric' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    count: (value) => count.format(value),
    share: (value) =>
      `${percent.format(100 * (value > 0 && value < 1 ? Math.min(0.999, Math.max(0.001, value)) : value))}${percentSign}`,
    decimal: (value) => decimal.format(value),
    dollars: (value) => dollars.format(value),
    duration: (seconds) => duration(seconds, (value) => count.format(value)),
    day: dates(language, { weekday: 'long', day: 'numeric', month: 'long' }),
    fullDay: dates(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: (date) => shortDay(date).replaceAll(' ', joined),
    clock: (time) => clock(time, language),
    list: (items) => list.format(items),
  };
}

const byLanguage: Readonly<Record<Language, WrittenFigures>> = { fr: figuresOf('fr'), en: figuresOf('en') };

export const writtenFigures = (language: Language): WrittenFigures => byLanguage[language];
