import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Whether a number, E.164, is of one of the countries; one that no country of its code has issued counts for all of them. */
export function isOfCountries(number: string, countries: readonly string[]): boolean {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return false;
  const possible = parsed.country === undefined ? parsed.getPossibleCountries() : [parsed.country];
  return possible.some((country) => countries.includes(country));
}
