import type { PlanPhrases } from './plan-phrases.ts';

type Speech = Pick<PlanPhrases, 'locale'>;

const formatters = new Map<string, Intl.NumberFormat>();

/** Building a formatter costs far more than using it, so each language has one for a number of decimals. */
function formatter(locale: string, decimals: number, least = 0): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${least}`;
  const known = formatters.get(key);
  if (known) return known;
  const created = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: decimals });
  formatters.set(key, created);
  return created;
}

/** Rounded to a whole number, with the separators of the language. */
export const whole = (value: number, { locale }: Speech): string => formatter(locale, 0).format(Math.round(value));

/** One decimal at most. */
export const figure = (value: number, { locale }: Speech): string => formatter(locale, 1).format(value);

/** `43 %`; below one hundredth, `< 1 %`, unless it is nothing. */
export function share(value: number, speech: Speech): string {
  if (value > 0 && value < 0.005) return '< 1 %';
  return `${whole(value * 100, speech)} %`;
}

export const dollars = (value: number, { locale }: Speech): string => formatter(locale, 2, 2).format(value);

/** Of a minute or a message: as many decimals as it has. */
export const smallPrice = (value: number, { locale }: Speech): string => formatter(locale, 8).format(value);

export const minutes = (seconds: number, speech: Speech): string => figure(seconds / 60, speech);

/** `2:35`. */
export function minutesAndSeconds(seconds: number): string {
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')}`;
}
