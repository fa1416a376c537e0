import { territoryOf } from '../callback/territories.ts';

/** ISO code of the country or French territory of a number that is written to, E.164; empty where the French plan does not tell it. */
export function countryOf(e164: string): string {
  const territory = territoryOf(e164)?.territory;
  if (territory) return territory;
  return e164.startsWith('+33') ? 'FR' : '';
}
