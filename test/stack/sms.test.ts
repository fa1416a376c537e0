import { smsTexts } from '../../domain/sms/information.ts';
import { administration, ofType, property, resourcesOf, synthesiseLine } from './synthesise-line.ts';

interface CountryRule {
  CountryCode: string;
  ProtectStatus: string;
}
const line = administration('caf');
const smsOf = (countries: string[]) => {
  const resources = resourcesOf(synthesiseLine({ ...line, sms: { ...line.sms, countries } }));
  const rules = ofType(resources, 'AWS::SMSVOICE::ProtectConfiguration').flatMap(
    ([, protection]): CountryRule[] => property(protection, 'CountryRuleSet').SMS,
  );
  return { resources, rules };
};
const { resources, rules } = smsOf(line.sms.countries);
const idsOf = (type: string): string[] => ofType(resources, type).map(([id]) => id);
const withStatus = (status: string, among = rules): string[] =>
  among.filter(({ ProtectStatus }) => ProtectStatus === status).map(({ CountryCode }) => CountryCode);

describe('the protect configuration', () => {
  it('allows exactly the countries of the file, and blocks every other one by name', () => {
    expect(withStatus('ALLOW')).toEqual(line.sms.countries.toSorted());
    expect(withStatus('BLOCK').length).toBeGreaterThanOrEqual(200);
    expect(withStatus('ALLOW').length + withStatus('BLOCK').length).toBe(rules.length);
  });

  it('names each country once, as ISO 3166-1 does', () => {
    const codes = rules.map(({ CountryCode }) => CountryCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2}$/);
  });

  it('blocks what one administration does not allow, overseas too', () => {
    const mainlandOnly = smsOf(['FR']).rules;
    expect(withStatus('ALLOW', mainlandOnly)).toEqual(['FR']);
    expect(withStatus('BLOCK', mainlandOnly)).toEqual(expect.arrayContaining(['RE', 'GP', 'US', 'GB']));
  });

  it('is the one of the configuration set that every SMS is sent with', () => {
    const [protectionId] = idsOf('AWS::SMSVOICE::ProtectConfiguration');
    const [setId = ''] = idsOf('AWS::SMSVOICE::ConfigurationSet');
    expect(resources[setId]?.Properties).toMatchObject({
      DefaultSenderId: 'CAF',
      ProtectConfigurationId: { 'Fn::GetAtt': [protectionId, 'ProtectConfigurationId'] },
    });
    const [, send] = ofType(resources, 'AWS::Lambda::Function').find(([name]) => name.startsWith('SmsSendSms')) ?? [];
    expect(send?.Properties['Environment']).toMatchObject({
      Variables: { SMS_CONFIGURATION_SET: { Ref: setId }, SMS_SENDER_ID: 'CAF' },
    });
  });
});

const countriesOf = (countries: string[]): unknown[] =>
  ofType(smsOf(countries).resources, 'AWS::SMSVOICE::SenderId').map(
    ([, { Properties }]) => Properties['IsoCountryCode'],
  );

describe('sender IDs', () => {
  it('are one a country that has them, of those allowed', () => {
    expect(countriesOf(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'])).toEqual([
      'FR',
      'GP',
      'MQ',
      'GF',
      'RE',
      'YT',
      'NC',
      'PF',
    ]);
    expect(countriesOf(['FR'])).toEqual(['FR']);
  });
});

const environmentOf = (name: string): Record<string, string> => {
  const [found] = ofType(resources, 'AWS::Lambda::Function').filter(([id]) => id.startsWith(name));
  if (found === undefined) throw new Error(`no function ${name}`);
  const environment: { Variables: Record<string, string> } = property(found[1], 'Environment');
  return environment.Variables;
};
const ruleFor = (name: string) =>
  ofType(resources, 'AWS::Events::Rule').find(([, rule]) => JSON.stringify(rule).includes(`"${name}`))?.[1].Properties;

describe('the functions about SMS', () => {
  it('know of the line what they need, and one of them the texts', () => {
    const rulesOfSms = { id: 'caf', name: 'CAF', timeZone: 'Europe/Paris', retentionDays: line.retentionDays };
    for (const name of ['SmsSendInformation', 'SmsStopWriting', 'SmsNoteDelivery']) {
      expect(JSON.parse(environmentOf(name)['SMS_RULES'] ?? '')).toEqual(rulesOfSms);
      expect(environmentOf(name)['RULES']).toBeUndefined();
    }
    expect(JSON.parse(environmentOf('SmsSendInformation')['SMS_TEXTS'] ?? '')).toEqual(smsTexts(line));
    expect(environmentOf('SmsSendSms')['SMS_TEXTS']).toBeUndefined();
  });

  it('that know persons by their numbers have the secret, and no other has', () => {
    const knowing = ['SendSms', 'SendInformation', 'StopWriting', 'NoteDelivery', 'RemindCallers'].filter(
      (name) => environmentOf(`Sms${name}`)['RAPPEL_SECRET'] !== undefined,
    );
    expect(knowing).toEqual(['SendSms', 'SendInformation', 'StopWriting']);
  });

  it('are told what became of the SMS of this sender, and of no other', () => {
    expect(ruleFor('SmsNoteDelivery')?.['EventPattern']).toEqual({
      source: ['aws.sms-voice'],
      'detail-type': ['Text Message Delivery Status Updated'],
      detail: { originationPhoneNumber: ['CAF'] },
    });
  });

  it('remind every five minutes, and a run that fails is not repeated', () => {
    expect(ruleFor('SmsRemindCallers')).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      Targets: [{ RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 0 } }],
    });
  });
});
