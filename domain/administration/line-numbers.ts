import type { Administration } from './administration.ts';
import { publicNumberE164 } from './publicly-known-numbers.ts';
import type { SoundParts } from './sound-parts.ts';

type Numbers = Pick<Administration, 'number' | 'publicNumber'>;

/**
 * The number that a laptop gives to a line whose file has none yet: 01 99 00, which the French numbering plan keeps for
 * fiction, and the last four digits of its public number. 32 30 is reached as +33 1 99 00 32 30.
 */
export function fictionNumber(publicNumber: string): string {
  return `+3319900${publicNumber.replaceAll(/\D/g, '').slice(-4).padStart(4, '0')}`;
}

/** The number of the line itself, E.164: the one of its file, or the one that a laptop gives it. */
export const lineNumber = ({ number, publicNumber }: Numbers): string =>
  number === 'none' ? fictionNumber(publicNumber) : number.displayed;

/** Every number, E.164, under which the line is rung, as far as its file tells; where it has none yet, the laptop's stands for it. */
export function numbersOfLine({ number, publicNumber }: Pick<SoundParts, 'number' | 'publicNumber'>): string[] {
  const own = typeof number === 'object' ? number.displayed : publicNumber && fictionNumber(publicNumber);
  const published = publicNumber && publicNumberE164(publicNumber);
  return [published, own].filter((one): one is string => one !== undefined && one !== '');
}
