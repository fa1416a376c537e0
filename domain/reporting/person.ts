import { callerKey } from '../callback/caller-key.ts';

/**
 * A person in the reports, `2026-…`: the year of the local day, which is the version of the key, and a keyed hash of the number. Two years
 * cannot be compared, nor reports with the ledger, whose key is another.
 * @param e164 empty where the number was withheld, and so is the person
 * @param day local, `YYYY-MM-DD`
 * @param keyOfYear the reports' key of a year `YYYY`
 */
export function personOf(e164: string, day: string, keyOfYear: (year: string) => Uint8Array): string {
  const year = day.slice(0, 4);
  return e164 === '' ? '' : `${year}-${callerKey(e164, keyOfYear(year))}`;
}

/** The version of a person's hash. */
export const versionOf = (person: string): string => person.slice(0, 4);
