/** What people on the telephone used in a day, none of which may be found anywhere but in the ledger. */
export interface PersonalData {
  /** E.164. */
  numbers: readonly string[];
  /** Several keys at once. */
  keyed: readonly string[];
  /** Bodies of SMS. */
  texts: readonly string[];
}

const significantDigits = 9;
const lastDigits = (digits: string): string => digits.replaceAll(/\D/gu, '').slice(-significantDigits);
/** Digits in pairs, with dots, spaces or hyphens between them, as people and forms write numbers. */
const separatedDigits = /\d(?:[ .-]?\d){8,}/gu;
const shortestFragment = 16;

/** What of it is found in a text: numbers in whatever notation, keys, and words of an SMS. */
export function personalDataIn(text: string, { numbers, keyed, texts }: PersonalData): string[] {
  const digits = new Set([...numbers, ...keyed].map(lastDigits).filter(({ length }) => length >= significantDigits));
  const runs = [...text.matchAll(separatedDigits)].map(([run]) => run.replaceAll(/\D/gu, ''));
  const found = runs.filter((run) => endingsOf(run).some((ending) => digits.has(ending)));
  const words = [...fragmentsOf(texts)].filter((fragment) => text.includes(fragment));
  return [...new Set([...found, ...words])];
}

/** Every nine digits in a row: a number may stand in the middle of others. */
const endingsOf = (run: string): string[] =>
  Array.from({ length: run.length - significantDigits + 1 }, (_, start) => run.slice(start, start + significantDigits));

/** The longest stretch without a digit of each text: bodies differ by hours and codes, and share their words. */
function fragmentsOf(texts: readonly string[]): Set<string> {
  const longest = texts.map((text) => text.split(/\d+/u).toSorted((one, other) => other.length - one.length)[0] ?? '');
  return new Set(longest.map((fragment) => fragment.trim()).filter(({ length }) => length >= shortestFragment));
}
