import { administration, aNumber, ofType, property, resourcesOf, synthesiseLine } from './synthesise-line.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

const resources = resourcesOf(synthesiseLine(administration('caf', { number: aNumber })));
const roles = ofType(resources, 'AWS::IAM::Role').map(([id, role]) => {
  const policies: { PolicyDocument: { Statement: Statement[] } }[] = property(role, 'Policies');
  return { id, statements: policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement) };
});

/** What every function does: its own log, its traces, its environment. */
const everyFunction = [
  'kms:Decrypt',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];
const ledgerKey = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

const allContacts = '{"Fn::Join":["",[{"Fn::GetAtt":["ContactCentreInstance9829F93B","Arn"]},"/contact/*"]]}';

const actionsOf = (statements: Statement[]): string[] =>
  [...new Set(statements.flatMap(({ Action }) => Action))].toSorted();

const allowed: Record<string, string[]> = {
  SurveyRecordAnswer: ['dynamodb:UpdateItem', 'events:PutEvents', ...ledgerKey],
  SmsSendSms: [
    'dynamodb:BatchGetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
    'sms-voice:SendTextMessage',
    'sqs:SendMessage',
  ],
  SmsSendInformation: [
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
    'sms-voice:SendTextMessage',
  ],
  SmsSendForAgent: [
    'connect:DescribeContact',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
    'sms-voice:SendTextMessage',
  ],
  SmsStopWriting: ['dynamodb:DeleteItem', 'dynamodb:PutItem', ...ledgerKey],
  SmsNoteDelivery: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', ...ledgerKey, 'sqs:SendMessage'],
  SmsRemindCallers: [
    'dynamodb:BatchGetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
    'sms-voice:SendTextMessage',
    'sqs:SendMessage',
  ],
  CallbackCheckNumber: [],
  CallbackOfferSlots: ['dynamodb:BatchGetItem', ...ledgerKey],
  CallbackBookSlot: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', ...ledgerKey],
  CallbackKeepPlace: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', ...ledgerKey],
  CallbackFindBooking: [
    'dynamodb:BatchGetItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:UpdateItem',
    ...ledgerKey,
  ],
  CallbackMoveBooking: [
    'connect:ListAssociatedContacts',
    'connect:StopContact',
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
  ],
  CallbackCancelBooking: [
    'connect:ListAssociatedContacts',
    'connect:StopContact',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
  ],
  CallbackNoteOutcome: [
    'connect:DescribeContact',
    'connect:GetContactAttributes',
    'connect:ListAssociatedContacts',
    'connect:StopContact',
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
    'sqs:SendMessage',
  ],
  CallbackDialDueCallbacks: [
    'connect:DescribeContact',
    'connect:GetCurrentMetricData',
    'connect:ListAssociatedContacts',
    'connect:StartOutboundVoiceContact',
    'connect:StopContact',
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
    'sqs:SendMessage',
  ],
  OperationsChangeLine: [
    'connect:DescribeContact',
    'connect:DescribeUser',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    ...ledgerKey,
  ],
  OperationsTellLine: ['dynamodb:BatchGetItem', ...ledgerKey],
  ForgettingForgetPerson: [
    'connect:DeleteContactData',
    'connect:GetContactAttributes',
    'connect:ListAssociatedContacts',
    'connect:StopContact',
    'connect:UpdateContactAttributes',
    'dynamodb:BatchGetItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Scan',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    ...ledgerKey,
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
  ],
  PositionBriefAgent: [],
  PositionTellAlert: ['dynamodb:GetItem', ...ledgerKey],
  PositionTellPosition: [
    'connect:GetContactMetrics',
    'connect:GetCurrentMetricData',
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    ...ledgerKey,
  ],
  NumberPlaceNumber: ['connect:DescribePhoneNumber', 'connect:UpdatePhoneNumber'],
  NumberAttachNumber: ['connect:AssociatePhoneNumberContactFlow', 'connect:DisassociatePhoneNumberContactFlow'],
};

describe('a function', () => {
  it.each(Object.entries(allowed))('%s may do this and no more', (name, actions) => {
    const [role] = roles.filter(({ id }) => id.startsWith(`${name}Role`));
    expect(actionsOf(role?.statements ?? [])).toEqual([...everyFunction, ...actions].toSorted());
  });

  it('has a role that is listed here, and no policy beside it', () => {
    expect(roles).toHaveLength(Object.keys(allowed).length);
    expect(ofType(resources, 'AWS::IAM::Policy')).toEqual([]);
    expect(JSON.stringify(ofType(resources, 'AWS::IAM::Role'))).not.toContain('ManagedPolicyArns');
  });

  it('is granted no wildcard but for contacts, users and records, which have no id yet, and traces, which have none at all', () => {
    const statements = roles.flatMap((role) => role.statements);
    expect(actionsOf(statements).filter((action) => action.includes('*'))).toEqual([]);
    const onAny = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('*'));
    const onContacts = onAny.filter(({ Resource }) => JSON.stringify(Resource) === allContacts);
    expect(actionsOf(onContacts).filter((action) => !action.startsWith('connect:'))).toEqual([]);
    expect(onAny.filter(({ Action }) => Action === 'connect:DescribeUser')).toMatchObject([
      { Resource: JSON.parse(allContacts.replace('contact', 'agent')) as object },
    ]);
    const others = onAny.filter((statement) => !onContacts.includes(statement));
    const onObjects = others.filter(({ Action }) => [Action].flat().every((action) => action.startsWith('s3:')));
    for (const { Resource } of onObjects)
      expect(JSON.stringify(Resource)).toMatch(/ReportsBucket.*"\/(records|compiled)\/./);
    const rest = others.filter((statement) => !onObjects.includes(statement));
    expect(actionsOf(rest)).toEqual(['connect:DescribeUser', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  });

  it('may use the key of the stack through the ledger and the bucket only, and put events under our own source only', () => {
    for (const { statements } of roles) {
      const on = (action: string): unknown[] =>
        statements.filter(({ Action }) => [Action].flat().includes(action)).map(({ Condition }) => Condition);
      for (const condition of on('kms:GenerateDataKey')) {
        expect(JSON.stringify(condition)).toMatch(
          /^\{"StringEquals":\{"kms:ViaService":"(dynamodb|s3)\.eu-central-1\.amazonaws\.com"\}\}$/,
        );
      }
      for (const condition of on('events:PutEvents')) {
        expect(condition).toEqual({ StringEquals: { 'events:source': 'rappel' } });
      }
    }
  });
});

describe('Connect', () => {
  it('may invoke the hooks, from this instance of this account only', () => {
    const permissions = ofType(resources, 'AWS::Lambda::Permission')
      .map(([, { Properties }]) => Properties)
      .filter(({ Principal }) => Principal === 'connect.amazonaws.com');
    expect(permissions).toHaveLength(18);
    for (const permission of permissions) {
      expect(permission).toMatchObject({
        SourceAccount: { Ref: 'AWS::AccountId' },
        SourceArn: { 'Fn::GetAtt': ['ContactCentreInstance9829F93B', 'Arn'] },
      });
    }
  });
});
