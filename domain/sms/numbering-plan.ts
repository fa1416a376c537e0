/** Kinds of number that can be called back. */
export type CallableKind = 'mobile' | 'fixed' | 'voip' | 'fixedOrMobile';

/** Kinds that are never called back; `npv` is ARCEP's "numéro polyvalent vérifié", shown by automated callers. */
export type RefusedKind =
  | 'masked'
  | 'emergency'
  | 'directory'
  | 'short'
  | 'npv'
  | 'platform'
  | 'free'
  | 'standardRate'
  | 'premium'
  | 'machine'
  | 'dummy'
  | 'foreign'
  | 'invalid';

/** What the plan says of a number; `country` is the ISO 3166-1 code of its territory. */
export type PlannedNumber =
  | { callable: true; kind: CallableKind; e164: string; country: string }
  | { callable: false; kind: RefusedKind };

interface Territory {
  country: string;
  callingCode: string;
}
const metropole: Territory = { country: 'FR', callingCode: '33' };
const reunion: Territory = { country: 'RE', callingCode: '262' };
const mayotte: Territory = { country: 'YT', callingCode: '262' };
/** Stands for Saint-Barthélemy and Saint-Martin too: the number does not tell the three apart. */
const guadeloupe: Territory = { country: 'GP', callingCode: '590' };
const guyane: Territory = { country: 'GF', callingCode: '594' };
const martinique: Territory = { country: 'MQ', callingCode: '596' };
const miquelon: Territory = { country: 'PM', callingCode: '508' };

type Rule = [prefixes: string, meaning: { kind: CallableKind; territory: Territory } | { kind: RefusedKind }];

/**
 * The French national plan by prefix; the first rule that matches wins.
 * Source: ARCEP decision 2018-0881 as amended. Fiction comes before Mayotte, whose 0639 contains 06 39 98;
 * verified multipurpose numbers come before the territories they belong to, since none of them is a person's line.
 */
const rules: readonly Rule[] = [
  ['019900 026191 035301 046571 053649', { kind: 'fixed', territory: metropole }],
  ['063998', { kind: 'mobile', territory: metropole }],
  ['0162 0163 0270 0271 0377 0378 0424 0425 0568 0569 0948 0949 09475 09476 09477 09478 09479', { kind: 'npv' }],
  ['0937 0938 0939', { kind: 'platform' }],
  ['0262 0263', { kind: 'fixed', territory: reunion }],
  ['0692 0693 07092', { kind: 'mobile', territory: reunion }],
  ['0269', { kind: 'fixed', territory: mayotte }],
  ['0639 07093', { kind: 'mobile', territory: mayotte }],
  ['0590', { kind: 'fixed', territory: guadeloupe }],
  ['0690 0691 07090', { kind: 'mobile', territory: guadeloupe }],
  ['0594', { kind: 'fixed', territory: guyane }],
  ['0694', { kind: 'mobile', territory: guyane }],
  ['0596', { kind: 'fixed', territory: martinique }],
  ['0696 0697', { kind: 'mobile', territory: martinique }],
  ['0508', { kind: 'fixed', territory: miquelon }],
  ['07084 07085', { kind: 'mobile', territory: miquelon }],
  ['0800 0801 0802 0803 0804 0805', { kind: 'free' }],
  ['0806 0807 0808 0809', { kind: 'standardRate' }],
  ['08', { kind: 'premium' }],
  ['0700', { kind: 'machine' }],
  ['06 07', { kind: 'mobile', territory: metropole }],
  ['01 02 03 04 05', { kind: 'fixed', territory: metropole }],
  // 0976 is shared between metropolitan France and the overseas operators: without a territory it stays +33.
  ['09', { kind: 'voip', territory: metropole }],
];

const emergencies = /^(?:15|17|18|112|114|115|119|191|196|197|116\d{3})$/u;

/** Numbers of two to six digits, none of which can be called back. */
export function shortNumberKind(digits: string): RefusedKind {
  if (emergencies.test(digits)) return 'emergency';
  return /^118\d{3}$/u.test(digits) ? 'directory' : 'short';
}

/** A national number, `0` and nine digits. */
export function nationalNumber(digits: string): PlannedNumber {
  // Nobody has 06 00 00 00 00: it is what people key in to be rid of the question.
  if (/^0[67](\d)\1{7}$/u.test(digits)) return { callable: false, kind: 'dummy' };
  const rule = rules.find(([prefixes]) => prefixes.split(' ').some((prefix) => digits.startsWith(prefix)));
  const meaning = rule?.[1] ?? { kind: 'invalid' };
  if (!('territory' in meaning)) return { callable: false, kind: meaning.kind };
  const { country, callingCode } = meaning.territory;
  // Saint-Pierre's landlines have six digits of their own behind 0508.
  const own = digits.startsWith('0508') ? digits.slice(4) : digits.slice(1);
  return { callable: true, kind: meaning.kind, e164: `+${callingCode}${own}`, country };
}
