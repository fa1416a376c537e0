import { septets } from '../sms/gsm7.ts';

/** What follows the name of the administration in an SMS of one part: 160 septets, less " : " and a name of 20, rounded down. */
const longestSmsSeptets = 130;

/** Addresses as they are written, and as somebody would write them out to have them read aloud. */
const webAddress =
  /https?:|\bwww\b|@|\barobase\b|[\w-]\.(?:fr|com|org|net|eu|info|gouv)(?!\w)|\b(?:point|dot) (?:fr|com|org|net|eu|gouv)\b/iu;

/** What callers never hear, and why. The voice reads markup signs in ways nobody can foresee. */
const notSpoken: readonly { pattern: RegExp; reason: string }[] = [
  { pattern: /[<>&]/u, reason: 'no "<", ">" or "&": what they mean is written out in words' },
  { pattern: webAddress, reason: 'no web or e-mail address: who telephones asks for another way; say in person, by post or by telephone' },
  { pattern: /\bveuillez\b/iu, reason: 'no "veuillez": say what to do, "tapez 1"' },
]; // prettier-ignore

/** Why a text may not be read to a caller; undefined where it may. */
export function spokenTextFault(text: string): string | undefined {
  return notSpoken.find(({ pattern }) => pattern.test(text))?.reason;
}

/** Why a text may not follow the administration's name in an SMS; undefined where it may. */
export function smsTextFault(text: string): string | undefined {
  if (!/\S/u.test(text)) return `a text of 1 to ${longestSmsSeptets} characters`;
  if (webAddress.test(text)) return 'no link, no web or e-mail address: fraudulent SMS have them, ours never do';
  const size = septets(text);
  if (size === undefined) return 'letters that SMS can carry in one part: no ê, ô, û, ë, ï, ç, œ, no typographic signs';
  if (size <= longestSmsSeptets) return undefined;
  return `${size} characters, and ${longestSmsSeptets} fit into one part after the name ("€" and brackets count twice)`;
}
