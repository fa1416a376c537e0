import type { PlanPhrases } from './plan-phrases.ts';

type Speech = Pick<PlanPhrases, 'locale'>;

/** Rounded to a whole number, with the separators of the language. */
export const whole = (value: number, { locale }: Speech): string =>
  Math.round(value).toLocaleString(locale, { maximumFractionDigits: 0 });

/** One decimal at most. */
export const figure = (value: number, { locale }: Speech): string =>
  value.toLocaleString(locale, { maximumFractionDigits: 1 });

/** `43 %`; below one hundredth, `< 1 %`, unless it is nothing. */
export function share(value: number, speech: Speech): string {
  if (value > 0 && value < 0.005) return '< 1 %';
  return `${whole(value * 100, speech)} %`;
}

export const dollars = (value: number, { locale }: Speech): string =>
  value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const minutes = (seconds: number, speech: Speech): string => figure(seconds / 60, speech);

/** `2:35`. */
export function minutesAndSeconds(seconds: number): string {
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')}`;
}
