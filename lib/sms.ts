import { Duration } from 'aws-cdk-lib';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnConfigurationSet, CfnProtectConfiguration, CfnSenderId } from 'aws-cdk-lib/aws-smsvoice';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { getCountries } from 'libphonenumber-js/max';
import type { Administration } from '../domain/administration/administration.ts';
import { environmentKeys } from '../domain/administration/contract.ts';
import { bookingEventSource, bookingEventType } from '../domain/callback/contract.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { Ledger } from './ledger.ts';

/**
 * Where AWS End User Messaging has sender IDs, of the countries that France writes to as its own. Saint-Barthélemy and
 * Saint-Martin are numbered, and written to, as Guadeloupe; Saint-Pierre-et-Miquelon and Wallis-et-Futuna have none.
 */
const countriesWithSenderId = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'NC', 'PF'];
/** Numbered apart, but no country of ISO 3166-1: AWS knows no rule for them. */
const notInIso3166 = ['AC', 'TA'];

interface SmsProps {
  platform: FunctionPlatform;
  administration: Administration;
  rules: string;
  ledger: Ledger;
}

/** Short messages: who sends them, where to, and the function that does. */
export class Sms extends Construct {
  readonly sendSms: ConnectFunction;

  constructor(scope: Construct, id: string, { platform, administration, rules, ledger }: SmsProps) {
    super(scope, id);
    const { senderId, countries } = administration.sms;
    const senderIds = countriesWithSenderId
      .filter((country) => countries.includes(country))
      .map((isoCountryCode) => new CfnSenderId(this, `SenderId${isoCountryCode}`, { isoCountryCode, senderId }));
    const protection = new CfnProtectConfiguration(this, 'Protection', {
      countryRuleSet: { sms: countryRules(countries) },
    });
    const configurationSet = new CfnConfigurationSet(this, 'ConfigurationSet', {
      defaultSenderId: senderId,
      protectConfigurationId: protection.attrProtectConfigurationId,
    });
    this.sendSms = new ConnectFunction(this, 'SendSms', {
      platform,
      entry: 'sms/send-sms',
      description: 'Sends the SMS of a booking, at most once',
      environment: {
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
        [environmentKeys.smsConfigurationSet]: configurationSet.ref,
        [environmentKeys.senderId]: senderId,
      },
      events: { retries: 2, maximumAgeSeconds: 3600 },
      may: [
        ...ledger.allow('GetItem', 'PutItem', 'UpdateItem'),
        new PolicyStatement({
          actions: ['sms-voice:SendTextMessage'],
          resources: [configurationSet.attrArn, ...senderIds.map((sender) => sender.attrArn)],
        }),
      ],
    });
    const bookingEvents = new Rule(this, 'BookingEvents', {
      description: 'Changes of a booking that ask for an SMS',
      eventPattern: {
        source: [bookingEventSource],
        detailType: [bookingEventType],
        detail: { administration: [administration.id], sms: Match.exists() },
      },
    });
    bookingEvents.addTarget(
      new LambdaFunction(this.sendSms.function, {
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
        deadLetterQueue: platform.deadLetters,
      }),
    );
  }
}

/** A rule for every country there is: those allowed, and all others blocked, so that nothing is left to a default. */
function countryRules(allowed: readonly string[]): CfnProtectConfiguration.CountryRuleProperty[] {
  return getCountries()
    .filter((country) => !notInIso3166.includes(country))
    .toSorted()
    .map((countryCode) => ({ countryCode, protectStatus: allowed.includes(countryCode) ? 'ALLOW' : 'BLOCK' }));
}
