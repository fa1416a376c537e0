import { dialledDigits } from '../sms/dialled-digits.ts';
import { nationalNumber } from '../sms/numbering-plan.ts';

const overseas = /^\+(?:262|508|590|594|596)([1-9]\d{8})$/u;

/**
 * The one writing, E.164, of a number by which a person may be recognised: a caller ID, or what was keyed in. Undefined where it
 * is hidden, short, premium, or a number of the administrations themselves, which a forwarded call shows. The French plan alone is
 * asked, as the numbers of the world are too long to load while a caller waits: what belongs to another plan is taken as it is.
 */
export function recognisableNumber(text: string, ownNumbers: readonly string[]): string | undefined {
  const digits = dialledDigits(text);
  if (ownNumbers.some((own) => dialledDigits(own) === digits)) return undefined;
  const ofOverseas = overseas.exec(digits)?.[1];
  const national = ofOverseas === undefined ? digits : `0${ofOverseas}`;
  if (/^0[1-9]\d{8}$/u.test(national)) {
    const number = nationalNumber(national);
    return number.callable ? number.e164 : undefined;
  }
  return /^\+[1-9]\d{7,14}$/u.test(digits) ? digits : undefined;
}
