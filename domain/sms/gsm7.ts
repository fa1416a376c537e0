// GSM 03.38: the default alphabet, one septet a character, and its extension, two septets.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';

const widths = new Map([
  ...Array.from(basic, (c) => [c, 1] as const),
  ...Array.from(extension, (c) => [c, 2] as const),
]);

/** What one SMS holds: a single part, or each part of a longer message, whose header takes 7 septets or 3 units. */
const capacities = { gsm7: { single: 160, linked: 153 }, ucs2: { single: 70, linked: 67 } } as const;

export interface SmsSize {
  encoding: 'gsm7' | 'ucs2';
  /** Septets in GSM-7, UTF-16 units in UCS-2. */
  units: number;
  parts: number;
}

/** Septets of a text, undefined where a character is outside the alphabet. */
export function septets(text: string): number | undefined {
  let sum = 0;
  for (const character of text) {
    const width = widths.get(character);
    if (width === undefined) return undefined;
    sum += width;
  }
  return sum;
}

/** Parts filled in order; a character of two units is never cut. */
function countParts(characterUnits: readonly number[], capacity: { single: number; linked: number }): number {
  const sum = characterUnits.reduce((total, units) => total + units, 0);
  if (sum <= capacity.single) return 1;
  let parts = 1;
  let used = 0;
  for (const units of characterUnits) {
    if (used + units > capacity.linked) {
      parts += 1;
      used = 0;
    }
    used += units;
  }
  return parts;
}

/** The encoding an operator chooses for a text and the parts it is billed as. An empty text is one part. */
export function smsSize(text: string): SmsSize {
  const characters = Array.from(text);
  const units = septets(text);
  if (units !== undefined) {
    const characterUnits = characters.map((character) => widths.get(character) ?? 0);
    return { encoding: 'gsm7', units, parts: countParts(characterUnits, capacities.gsm7) };
  }
  const characterUnits = characters.map((character) => character.length);
  return { encoding: 'ucs2', units: text.length, parts: countParts(characterUnits, capacities.ucs2) };
}

const replacements: readonly [RegExp, string][] = [
  [/[’‘]/gu, "'"],
  [/[“”«»]/gu, '"'],
  [/…/gu, '...'],
  [/[–—]/gu, '-'],
  [/[\u00A0\u202F]/gu, ' '],
  [/œ/gu, 'oe'],
  [/Œ/gu, 'OE'],
  [/°/gu, 'o'],
];

/** The accents of a letter outside the alphabet are dropped; what has no plain form becomes "?". */
function plainCharacter(character: string): string {
  if (widths.has(character)) return character;
  const plain = character.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
  return septets(plain) === undefined ? '?' : plain;
}

/** The same text in the GSM-7 alphabet, so that it stays one cheap part: "être" becomes "etre", "é" stays. */
export function toGsm7(text: string): string {
  const composed = text.normalize('NFC');
  const replaced = replacements.reduce((result, [pattern, plain]) => result.replaceAll(pattern, plain), composed);
  return Array.from(replaced, plainCharacter).join('');
}
