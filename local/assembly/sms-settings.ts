import { getCountries } from 'libphonenumber-js';
import type { Deployment } from '../deployment.ts';
import type { PropertiesOf } from './resource-properties.ts';

type ProtectProperties = PropertiesOf<'AWS::SMSVOICE::ProtectConfiguration'>;

/** Numbered apart, but no countries of ISO 3166-1: no rule can name them. */
const notInIso3166: readonly string[] = ['AC', 'TA'];

/** The countries that an SMS reaches: a country that the protect configuration does not name is not blocked. */
function allowedCountries(protect: ProtectProperties | undefined): string[] {
  const rules = protect?.CountryRuleSet?.SMS ?? [];
  const blocked = new Set(rules.filter((rule) => rule.ProtectStatus === 'BLOCK').map((rule) => rule.CountryCode));
  const named = rules.map((rule) => rule.CountryCode);
  return [...new Set([...getCountries(), ...named])]
    .filter((each) => !blocked.has(each) && !notInIso3166.includes(each))
    .toSorted();
}

export function readSmsSettings(
  configurationSetName: string,
  senderIds: Deployment['sms']['senderIds'],
  protect: ProtectProperties | undefined,
): Deployment['sms'] {
  return { configurationSetName, senderIds, allowedCountries: allowedCountries(protect) };
}
