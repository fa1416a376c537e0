import { nationalNumber } from '../sms/numbering-plan.ts';

/**
 * What a public number may be. Categories: ARCEP decision 2018-0881 as amended by 2022-1583 (the numbering plan).
 * Surcharged numbers: State and social-security bodies may not use them (law 2018-727 of 10 August 2018, article 28).
 * Numbers 32xx to 39xx are free, at the price of a call, or surcharged, each for itself, which no table tells: accepted.
 */
const refusals: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /^0(?:8[129]\d{7}|836\d{6})$/,
    reason: 'a premium number: callers pay more than a call; publish one that starts with 01 to 05, 09 or 0800 to 0809',
  },
  { pattern: /^118\d{3}$/, reason: 'a premium number: 118 is for directory enquiries' },
  { pattern: /^0[67]\d{8}$/, reason: 'a mobile number: call centres may not show one' },
  { pattern: /^093[789]\d{6}$/, reason: 'a number of a technical platform, lent for minutes, never published' },
  { pattern: /^(?:1[578]|11[02459]|19[167]|116\d{3})$/, reason: 'an emergency or social service number' },
  { pattern: /^10\d\d$/, reason: "a telephone operator's own number" },
];

const dialled = /^(?:0[1-59]\d{8}|080\d{7}|3\d{3})$/;

/** The overseas codes of the national plan (9 digits), Saint-Pierre-et-Miquelon, and the Pacific territories. */
const overseas = /^\+(?:(?:262|590|594|596)(?!6|7)\d{9}|508\d{6}|687\d{6}|689\d{8}|681\d{6})$/;

/** A French number as dialled in France: no spaces, dots or hyphens, `0` in place of `+33`. */
const asDialled = (text: string): string => text.replaceAll(/[\s.-]/g, '').replace(/^\+33/, '0');

/** A public number of ten digits, or with its country, as networks write it; undefined for a short one, which has no such form. */
export function publicNumberE164(text: string): string | undefined {
  const number = asDialled(text);
  if (!/^0\d{9}$/.test(number)) return overseas.test(number) ? number : undefined;
  const planned = nationalNumber(number);
  return planned.callable ? planned.e164 : `+33${number.slice(1)}`;
}

/** Why an administration may not publish this number as the one to ring; undefined where it may. */
export function publicNumberFault(text: string): string | undefined {
  const number = asDialled(text);
  const refusal = refusals.find(({ pattern }) => pattern.test(number));
  if (refusal) return refusal.reason;
  if (dialled.test(number) || overseas.test(number)) return undefined;
  return 'the number people dial: ten digits that start with 01 to 05, 09 or 0800 to 0809, or a short number such as 3230';
}

/** Why a Connect number, E.164, may not be the caller ID of an administration; undefined where it may. */
export function displayedNumberFault(text: string): string | undefined {
  if (!/^\+(?:33\d{9}|(?!33)\d{9,12})$/.test(text))
    return 'E.164, as Connect writes it: "+33" and nine digits, no spaces';
  return publicNumberFault(text);
}

/** Lines that nobody answers: shown by automated callers only (ARCEP's "numéros polyvalents vérifiés"). */
const unanswered = /^0(?:162|163|270|271|377|378|424|425|568|569|948|949|947[5-9])/;

/** Why a call may not be handed over to this number, E.164; undefined where it may. */
export function transferNumberFault(text: string): string | undefined {
  const number = asDialled(text);
  if (/^\d{2,6}$/.test(number)) {
    return 'a short number, which Amazon Connect cannot call: the number of ten digits behind it, E.164';
  }
  if (/^0[67]\d{8}$/.test(number)) return 'a mobile number: calls are handed over to a line, which is answered in turn';
  if (unanswered.test(number)) return 'a number that automated callers show, and nobody answers';
  return displayedNumberFault(text);
}
