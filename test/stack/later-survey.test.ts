import { administration, aNumber, ofType, property, resourcesOf, synthesiseLine } from './synthesise-line.ts';

const lineWith = (afterNoAnswer: boolean) =>
  resourcesOf(
    synthesiseLine(administration('caf', { number: aNumber, survey: { afterInformation: true, afterNoAnswer } })),
  );
const on = lineWith(true);
const off = lineWith(false);
const idsOf = (resources: typeof on): string[] => Object.keys(resources);
const added = idsOf(on).filter((id) => !idsOf(off).includes(id));

const actionsOf = (id: string): string[] => {
  const [, role] = ofType(on, 'AWS::IAM::Role').find(([name]) => name.startsWith(id)) ?? [];
  if (!role) throw new Error(`no role ${id}`);
  const policies: { PolicyDocument: { Statement: { Action: string | string[] }[] } }[] = property(role, 'Policies');
  const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return statements
    .flatMap(({ Action }) => Action)
    .filter((action) => /^(?:dynamodb|connect|events|sms-voice|lambda):/u.test(action))
    .toSorted();
};

describe('the later survey', () => {
  it('is in no stack whose file does not say so, and changes nothing else of one whose file does', () => {
    expect(added.length).toBeGreaterThan(0);
    expect(idsOf(off).filter((id) => !idsOf(on).includes(id))).toEqual([]);
    expect(added.every((id) => /^(?:Survey|Flowslatersurvey)/u.test(id))).toBe(true);
  });

  it('has a flow for each language of the line', () => {
    const names = ofType(on, 'AWS::Connect::ContactFlow').map(([, flow]) => property(flow, 'Name'));
    expect(names.filter((name) => String(name).startsWith('later-survey'))).toEqual([
      'later-survey-en',
      'later-survey-fr',
    ]);
  });

  it('is noted and rung by functions that may do nothing else', () => {
    expect(actionsOf('SurveyNoteNeverServed')).toEqual([
      'connect:DescribeContact',
      'connect:GetContactAttributes',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
    expect(actionsOf('SurveyDialLaterSurveys')).toEqual([
      'connect:GetCurrentMetricData',
      'connect:StartOutboundVoiceContact',
      'dynamodb:BatchGetItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
  });

  it('hears of calls to this line, and of callbacks of this line that were given up', () => {
    const patterns = ofType(on, 'AWS::Events::Rule')
      .filter(([id]) => id.startsWith('Survey'))
      .flatMap(([, { Properties }]) => Properties['EventPattern'] ?? []);
    expect(patterns).toEqual([
      expect.objectContaining({
        source: ['aws.connect'],
        detail: {
          eventType: ['INITIATED', 'DISCONNECTED'],
          initiationMethod: ['INBOUND'],
          instanceArn: [{ 'Fn::GetAtt': ['ContactCentreInstance9829F93B', 'Arn'] }],
        },
      }),
      expect.objectContaining({
        source: ['rappel'],
        detail: { administration: ['caf'], to: ['exhausted', 'cancelled'] },
      }),
    ]);
  });

  it('keeps in the dead-letter queue what fails every time', () => {
    const deadLetters = { Arn: { 'Fn::GetAtt': ['FoundationDeadLetters4BBE33CA', 'Arn'] } };
    const targets = ofType(on, 'AWS::Events::Rule')
      .filter(([id]) => id.startsWith('Survey'))
      .flatMap(([, rule]): { DeadLetterConfig: unknown }[] => property(rule, 'Targets'));
    expect(targets.map(({ DeadLetterConfig }) => DeadLetterConfig)).toEqual([deadLetters, deadLetters, deadLetters]);
  });
});
