import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { dialledDigits } from './dialled-digits.ts';
import type { NumberRefusal } from './number-refusal.ts';
import {
  type CallableKind,
  nationalNumber,
  type PlannedNumber,
  type RefusedKind,
  shortNumberKind,
} from './numbering-plan.ts';

/** `e164` is where to call, `country` the ISO code of its country or French territory. */
export type PhoneNumber =
  | { callable: true; kind: CallableKind; e164: string; country: string; smsPossible: boolean }
  | { callable: false; kind: RefusedKind; refusal: NumberRefusal };

/** `countries`: ISO codes that may be called back. `ownNumbers`: E.164; as a caller ID they mean "hidden". */
export interface NumberPolicy {
  countries: readonly string[];
  ownNumbers: readonly string[];
}

const refusals: Readonly<Record<RefusedKind, NumberRefusal>> = {
  masked: 'masked',
  emergency: 'short',
  directory: 'short',
  short: 'short',
  npv: 'platform',
  platform: 'platform',
  free: 'special',
  standardRate: 'special',
  premium: 'premium',
  machine: 'machine',
  dummy: 'invalid',
  foreign: 'foreign',
  invalid: 'invalid',
};

const kindsByType: Readonly<Partial<Record<NonNullable<NumberType>, CallableKind | RefusedKind>>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
  FIXED_LINE_OR_MOBILE: 'fixedOrMobile',
  VOIP: 'voip',
  TOLL_FREE: 'free',
  UAN: 'standardRate',
  SHARED_COST: 'premium',
  PREMIUM_RATE: 'premium',
};

const isCallable = (kind: CallableKind | RefusedKind): kind is CallableKind => !(kind in refusals);

/** Territories with a plan of their own, whose new ranges the metadata may not know yet. */
const ownPlans: readonly [country: string, numbers: RegExp][] = [
  ['PM', /^\+508\d{6}$/u],
  ['WF', /^\+681\d{6}$/u],
  ['NC', /^\+687\d{6}$/u],
  ['PF', /^\+689\d{8}$/u],
];
const frenchCallingCodes = /^\+(?:33|262|508|590|594|596|681|687|689)/u;

function internationalNumber(e164: string): PlannedNumber {
  if (/^\+(?:262|508|590|594|596)[1-9]\d{8}$/u.test(e164)) {
    const overseas = nationalNumber(`0${e164.slice(4)}`);
    if (overseas.callable && overseas.e164 === e164) return overseas;
  }
  const parsed = parsePhoneNumberFromString(e164);
  const type = parsed?.getType();
  if (parsed?.country && type) {
    const kind = kindsByType[type] ?? 'invalid';
    return isCallable(kind) ? { callable: true, kind, e164, country: parsed.country } : { callable: false, kind };
  }
  const ownPlan = ownPlans.find(([, numbers]) => numbers.test(e164));
  if (ownPlan) return { callable: true, kind: 'fixedOrMobile', e164, country: ownPlan[0] };
  return { callable: false, kind: frenchCallingCodes.test(e164) ? 'invalid' : 'foreign' };
}

function plannedNumber(digits: string): PlannedNumber {
  if (digits === '') return { callable: false, kind: 'masked' };
  if (/^[1-9]\d{1,5}$/u.test(digits)) return { callable: false, kind: shortNumberKind(digits) };
  // Behind 0508, Saint-Pierre has a plan of its own: six digits, some of them mobiles.
  if (/^0508\d{6}$/u.test(digits)) return internationalNumber(`+508${digits.slice(4)}`);
  if (/^0[1-9]\d{8}$/u.test(digits)) return nationalNumber(digits);
  if (/^\+[1-9]\d{7,14}$/u.test(digits)) return internationalNumber(digits);
  return { callable: false, kind: 'invalid' };
}

/** Guadeloupe, Saint-Barthélemy and Saint-Martin share +590: whichever of them is allowed answers for the number. */
function allowedCountry(country: string, countries: readonly string[]): string | undefined {
  const candidates = ['GP', 'BL', 'MF'].includes(country) ? ['GP', 'BL', 'MF'] : [country];
  return candidates.find((candidate) => countries.includes(candidate));
}

const refused = (kind: RefusedKind): PhoneNumber => ({ callable: false, kind, refusal: refusals[kind] });

/**
 * What a caller ID, or digits keyed in, can be used for. Never throws.
 * Numbers of 01 to 07 that are unknown to libphonenumber are accepted: new ranges open every few weeks, and the
 * number is read back to the caller anyway.
 */
export function classifyNumber(text: string, policy: NumberPolicy): PhoneNumber {
  const digits = dialledDigits(text);
  if (policy.ownNumbers.some((own) => dialledDigits(own) === digits)) return refused('masked');
  const number = plannedNumber(digits);
  if (!number.callable) return refused(number.kind);
  const country = allowedCountry(number.country, policy.countries);
  if (country === undefined) return refused('foreign');
  const smsPossible = number.kind === 'mobile' || number.kind === 'fixedOrMobile';
  return { ...number, country, smsPossible };
}
