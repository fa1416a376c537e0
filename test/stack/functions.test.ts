import { administration, aNumber, ofType, property, resourcesOf, synthesiseLine, waitsFor } from './synthesise-line.ts';

const resources = resourcesOf(synthesiseLine(administration('caf', { number: aNumber })));
const functions = ofType(resources, 'AWS::Lambda::Function');
const eventRules = ofType(resources, 'AWS::Events::Rule').map(([, rule]) => rule);
const rules = eventRules.map(({ Properties }) => Properties);

interface Target {
  Arn: { 'Fn::GetAtt': [string, string] };
  DeadLetterConfig: unknown;
}
const targets = eventRules.flatMap((rule): Target[] => property(rule, 'Targets'));
const deadLetters = { 'Fn::GetAtt': ['FoundationDeadLetters4BBE33CA', 'Arn'] };

describe('every function', () => {
  it('runs on Node 24, arm64, 512 MB, traced, with its environment under the key of the stack', () => {
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: 512,
        TracingConfig: { Mode: 'Active' },
        KmsKeyArn: { 'Fn::GetAtt': ['FoundationKeyCE5FC256', 'Arn'] },
      });
      expect(Properties['VpcConfig']).toBeUndefined();
    }
  });

  it('is named by CloudFormation, but for those that people invoke by their names', () => {
    const names = functions.map(([, { Properties }]) => Properties['FunctionName']);
    expect(names.filter((name) => name !== undefined)).toEqual(['Rappel-caf-change-line', 'Rappel-caf-forget-person']);
  });

  it('that a flow waits for gives up when the flow does, after 8 s', () => {
    const associations = ofType(resources, 'AWS::Connect::IntegrationAssociation').map(
      ([, association]) => association,
    );
    const hooks = functions.filter(([id]) => associations.some((association) => waitsFor(association).has(id)));
    expect(hooks.map(([, { Properties }]) => Properties['Timeout'])).toEqual(Array.from({ length: 18 }, () => 8));
  });

  it('keeps within the 4 KB that Lambda gives an environment', () => {
    for (const [, { Properties }] of functions) {
      expect(JSON.stringify(Properties['Environment'] ?? {}).length).toBeLessThan(4096);
    }
  });
});

const patternsOf = (source: string): unknown[] =>
  rules.map(({ EventPattern }) => EventPattern).filter((pattern) => JSON.stringify(pattern)?.includes(`"${source}"`));

const contactEvents = (eventType: string[]): object => ({
  source: ['aws.connect'],
  'detail-type': ['Amazon Connect Contact Event', 'Connect Customer Contact Event'],
  detail: { eventType, channel: ['VOICE'], instanceArn: [{ 'Fn::GetAtt': ['ContactCentreInstance9829F93B', 'Arn'] }] },
});

describe('every event', () => {
  it('that cannot be delivered, or fails every time, is kept in the dead-letter queue', () => {
    expect(targets.map(({ DeadLetterConfig }) => DeadLetterConfig)).toEqual(targets.map(() => ({ Arn: deadLetters })));
    const handlers = new Set(targets.map(({ Arn }) => Arn['Fn::GetAtt'][0]));
    const configured = ofType(resources, 'AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => Properties);
    expect(new Set(configured.map(({ FunctionName }) => FunctionName))).toEqual(
      new Set([...handlers].map((Ref) => ({ Ref }))),
    );
    for (const { DestinationConfig } of configured) {
      expect(DestinationConfig).toEqual({ OnFailure: { Destination: deadLetters } });
    }
  });

  it('of the schedule is not repeated: the next minute has its own', () => {
    const schedules = rules.filter(({ ScheduleExpression }) => ScheduleExpression === 'rate(1 minute)');
    expect(schedules.map(({ Targets }) => Targets)).toMatchObject([
      [{ RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 } }],
    ]);
  });

  it('of a call is heard by both its documented names, from this instance only; what befalls a guide or a task is none of them', () => {
    expect(patternsOf('aws.connect')).toEqual([
      contactEvents(['CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED']),
      contactEvents(['COMPLETED']),
    ]);
  });

  it('of a booking that asks for an SMS goes to the function that sends it, for this administration only', () => {
    expect(patternsOf('rappel')).toEqual([
      {
        source: ['rappel'],
        'detail-type': ['Rappel Booking Event'],
        detail: { administration: ['caf'], sms: [{ exists: true }] },
      },
    ]);
  });
});
