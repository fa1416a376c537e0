import type { Administration } from '../../domain/administration/administration.ts';
import type {
  AccountAnswers,
  InstanceAnswers,
  OperationsAnswers,
  SmsAnswers,
} from '../../local/doctor/account-answers.ts';
import { administration, aNumber, resourcesOf, synthesiseLine } from '../stack/synthesise-line.ts';

const accountId = '111111111111';
const instanceId = '12345678-1234-1234-1234-123456789012';
const instanceArn = `arn:aws:connect:eu-central-1:${accountId}:instance/${instanceId}`;

/** A line whose file names its account and its number. */
export const line: Administration = administration('caf', { number: aNumber, account: accountId });
const resources = resourcesOf(synthesiseLine(line));

/** What `Ref` gives of each type, which is what CloudFormation calls its physical id. */
function physicalId(logicalId: string, type: string, name: unknown): string {
  if (type === 'AWS::Connect::ContactFlow') return `${instanceArn}/contact-flow/${logicalId}`;
  if (type === 'AWS::Connect::TestCase') return `${instanceArn}/test-case/${logicalId}`;
  if (type === 'AWS::SNS::Topic') return `arn:aws:sns:eu-central-1:${accountId}:${logicalId}`;
  return typeof name === 'string' ? name : `Rappel-caf-${logicalId}`;
}

const summaries = Object.entries(resources).map(([LogicalResourceId, { Type, Properties }]) => ({
  LogicalResourceId,
  ResourceType: Type,
  PhysicalResourceId: physicalId(LogicalResourceId, Type, Properties['LogGroupName'] ?? Properties['FunctionName']),
  LastUpdatedTimestamp: new Date('2026-11-20T09:00:00Z'),
  ResourceStatus: 'CREATE_COMPLETE' as const,
}));
const ofType = (type: string) => summaries.filter(({ ResourceType }) => ResourceType === type);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const nameOf = (logicalId: string): string => textOf(resources[logicalId]?.Properties['Name']);
const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

const instance = (): InstanceAnswers => ({
  attributes: {
    value: [
      { AttributeType: 'INBOUND_CALLS', Value: 'true' },
      { AttributeType: 'CONTACTFLOW_LOGS', Value: 'true' },
      { AttributeType: 'AUTO_RESOLVE_BEST_VOICES', Value: 'true' },
      { AttributeType: 'CONTACT_LENS', Value: 'false' },
    ],
  },
  queues: {
    value: ['BasicQueue', ...ofType('AWS::Connect::Queue').map(({ LogicalResourceId }) => nameOf(LogicalResourceId))],
  },
  hours: {
    value: [
      'Basic Hours',
      ...ofType('AWS::Connect::HoursOfOperation').map(({ LogicalResourceId }) => nameOf(LogicalResourceId)),
    ],
  },
  flows: {
    value: [
      { Id: 'sample', Name: 'Sample inbound flow (first contact experience)', ContactFlowStatus: 'PUBLISHED' },
      ...ofType('AWS::Connect::ContactFlow').map(({ LogicalResourceId, PhysicalResourceId }) => ({
        Id: lastPart(PhysicalResourceId),
        Arn: PhysicalResourceId,
        Name: nameOf(LogicalResourceId),
        ContactFlowState: 'ACTIVE' as const,
        ContactFlowStatus: 'PUBLISHED' as const,
      })),
    ],
  },
  functions: {
    value: ofType('AWS::Lambda::Function').map(
      ({ PhysicalResourceId }) => `arn:aws:lambda:eu-central-1:${accountId}:function:${PhysicalResourceId}`,
    ),
  },
  testCases: {
    value: ofType('AWS::Connect::TestCase').map(({ PhysicalResourceId }) => ({
      Id: lastPart(PhysicalResourceId),
      Status: 'PUBLISHED' as const,
    })),
  },
  users: {
    value: [
      { Id: 'u-1', Username: 'marie.durand', SecurityProfileIds: ['p-admin'], RoutingProfileId: 'r-basic' },
      { Id: 'u-2', Username: 'paul.martin', SecurityProfileIds: ['p-supervisor'], RoutingProfileId: 'r-supervisor' },
      { Id: 'u-3', Username: 'claire.petit', SecurityProfileIds: ['p-agent'], RoutingProfileId: 'r-rappel' },
    ],
  },
  securityProfiles: {
    value: [
      { Id: 'p-admin', Name: 'Admin' },
      { Id: 'p-agent', Name: 'rappel-agent' },
      { Id: 'p-supervisor', Name: 'rappel-supervisor' },
    ],
  },
  routingProfiles: {
    value: [
      { Id: 'r-basic', Name: 'Basic Routing Profile' },
      { Id: 'r-supervisor', Name: 'rappel-supervisor' },
      { Id: 'r-rappel', Name: 'rappel' },
    ],
  },
  number: {
    value: {
      PhoneNumberId: lastPart(aNumber.arn),
      PhoneNumberArn: aNumber.arn,
      PhoneNumber: aNumber.displayed,
      PhoneNumberCountryCode: 'FR',
      PhoneNumberType: 'DID',
      TargetArn: instanceArn,
      PhoneNumberStatus: { Status: 'CLAIMED', Message: '' },
    },
  },
  numberFlows: {
    value: [{ ResourceId: aNumber.arn, FlowId: entryFlowId, ResourceType: 'VOICE_PHONE_NUMBER' }],
  },
});
const entryFlowId =
  ofType('AWS::Connect::ContactFlow')
    .filter(({ LogicalResourceId }) => nameOf(LogicalResourceId) === 'inbound-fr')
    .map(({ PhysicalResourceId }) => lastPart(PhysicalResourceId))[0] ?? '';

const countryRules = Object.fromEntries(
  ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC', 'US', 'GB'].map((country) => [
    country,
    { ProtectStatus: line.sms.countries.includes(country) ? ('ALLOW' as const) : ('BLOCK' as const) },
  ]),
);

const sms = (): SmsAnswers => ({
  account: {
    value: [
      { Name: 'ACCOUNT_TIER', Value: 'PRODUCTION' },
      { Name: 'DEFAULT_PROTECT_CONFIGURATION_ID', Value: 'UNSET' },
    ],
  },
  spendLimits: {
    value: [
      { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 2000, MaxLimit: 5000, Overridden: true },
      { Name: 'VOICE_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 1, MaxLimit: 1, Overridden: false },
    ],
  },
  senderIds: {
    value: ofType('AWS::SMSVOICE::SenderId').map(({ LogicalResourceId }) => ({
      SenderIdArn: `arn:aws:sms-voice:eu-central-1:${accountId}:sender-id/CAF/${LogicalResourceId}`,
      SenderId: 'CAF',
      IsoCountryCode: textOf(resources[LogicalResourceId]?.Properties['IsoCountryCode']),
      MessageTypes: ['TRANSACTIONAL' as const],
      MonthlyLeasingPrice: '0.00',
      DeletionProtectionEnabled: false,
      Registered: false,
    })),
  },
  optedOut: { value: 2 },
  configurationSet: {
    value: {
      ConfigurationSetArn: `arn:aws:sms-voice:eu-central-1:${accountId}:configuration-set/set`,
      ConfigurationSetName: 'set',
      EventDestinations: [],
      CreatedTimestamp: new Date('2026-11-20T09:00:00Z'),
      ProtectConfigurationId: 'protect-1',
    },
  },
  countryRules: {
    value: {
      ProtectConfigurationArn: `arn:aws:sms-voice:eu-central-1:${accountId}:protect-configuration/protect-1`,
      ProtectConfigurationId: 'protect-1',
      NumberCapability: 'SMS',
      CountryRuleSet: countryRules,
    },
  },
});

const operations = (): OperationsAnswers => ({
  subscriptions: {
    value: [
      { SubscriptionArn: `arn:aws:sns:eu-central-1:${accountId}:alarms:1`, Protocol: 'email' },
      { SubscriptionArn: 'PendingConfirmation', Protocol: 'email' },
    ],
  },
  logGroups: {
    value: ofType('AWS::Logs::LogGroup').map(({ PhysicalResourceId }) => ({
      logGroupName: PhysicalResourceId,
      retentionInDays: 90,
      kmsKeyId: `arn:aws:kms:eu-central-1:${accountId}:key/key-1`,
    })),
  },
  table: {
    value: {
      TableStatus: 'ACTIVE',
      DeletionProtectionEnabled: true,
      SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' },
    },
  },
  backups: {
    value: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: 35 },
    },
  },
  timeToLive: { value: { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' } },
});

const account = (): AccountAnswers => ({
  accountId,
  stack: {
    value: {
      StackName: 'Rappel-caf',
      CreationTime: new Date('2026-11-20T09:00:00Z'),
      StackStatus: 'UPDATE_COMPLETE',
      DriftInformation: { StackDriftStatus: 'IN_SYNC' },
    },
  },
  resources: { value: summaries },
  instances: {
    value: [
      {
        Id: instanceId,
        Arn: instanceArn,
        InstanceAlias: line.alias,
        IdentityManagementType: 'SAML',
        InstanceStatus: 'ACTIVE',
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      },
    ],
  },
  quotas: {
    value: [
      { QuotaName: 'Amazon Connect instances per account', Value: 2 },
      { QuotaName: 'Concurrent calls per instance', Value: 10 },
      { QuotaName: 'Concurrent campaign active calls per instance', Value: 0 },
      { QuotaName: 'Concurrent calls per instance', Value: 300, QuotaContext: { ContextId: instanceArn } },
      { QuotaName: 'Rate of StartOutboundVoiceContact API requests', Value: 2 },
    ],
  },
  instance: instance(),
  sms: sms(),
  operations: operations(),
});

/** An account in which all is as it should be, as the API references say that it answers; to be changed at will. */
export const healthyAccount = (): AccountAnswers => structuredClone(account());

/** The same account before the first deployment. */
export const emptyAccount = (): AccountAnswers => ({
  ...healthyAccount(),
  stack: { value: undefined },
  resources: { value: [] },
  instances: { value: [] },
  instance: undefined,
  sms: { ...sms(), senderIds: { value: [] }, configurationSet: undefined, countryRules: undefined },
  operations: {
    subscriptions: undefined,
    logGroups: { value: [] },
    table: undefined,
    backups: undefined,
    timeToLive: undefined,
  },
});
