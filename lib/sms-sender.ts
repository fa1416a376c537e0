import { CfnConfigurationSet, CfnProtectConfiguration, CfnSenderId } from 'aws-cdk-lib/aws-smsvoice';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { getCountries } from 'libphonenumber-js/max';
import type { Administration } from '../domain/administration/administration.ts';
import { environmentKeys } from '../domain/administration/contract.ts';

/**
 * Where AWS End User Messaging has sender IDs, of the countries that France writes to as its own. Saint-Barthélemy and
 * Saint-Martin are numbered, and written to, as Guadeloupe; Saint-Pierre-et-Miquelon and Wallis-et-Futuna have none.
 */
const countriesWithSenderId = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'NC', 'PF'];
/** Numbered apart, but no country of ISO 3166-1: AWS knows no rule for them. */
const notInIso3166 = ['AC', 'TA'];

/** What a function needs in order to send: where it finds the sender, and the leave to use it. */
export interface SmsSender {
  environment: Record<string, string>;
  allowSending: PolicyStatement;
}

/** The name that SMS come from, in each country that has such names, and the countries that are written to. */
export function smsSender(scope: Construct, { senderId, countries }: Administration['sms']): SmsSender {
  const senderIds = countriesWithSenderId
    .filter((country) => countries.includes(country))
    .map((isoCountryCode) => new CfnSenderId(scope, `SenderId${isoCountryCode}`, { isoCountryCode, senderId }));
  const protection = new CfnProtectConfiguration(scope, 'Protection', {
    countryRuleSet: { sms: countryRules(countries) },
  });
  const configurationSet = new CfnConfigurationSet(scope, 'ConfigurationSet', {
    defaultSenderId: senderId,
    protectConfigurationId: protection.attrProtectConfigurationId,
  });
  return {
    environment: {
      [environmentKeys.smsConfigurationSet]: configurationSet.ref,
      [environmentKeys.senderId]: senderId,
    },
    allowSending: new PolicyStatement({
      actions: ['sms-voice:SendTextMessage'],
      resources: [configurationSet.attrArn, ...senderIds.map((sender) => sender.attrArn)],
    }),
  };
}

/** A rule for every country there is: those allowed, and all others blocked, so that nothing is left to a default. */
function countryRules(allowed: readonly string[]): CfnProtectConfiguration.CountryRuleProperty[] {
  return getCountries()
    .filter((country) => !notInIso3166.includes(country))
    .toSorted()
    .map((countryCode) => ({ countryCode, protectStatus: allowed.includes(countryCode) ? 'ALLOW' : 'BLOCK' }));
}
