import type { Stack, StackResourceSummary } from '@aws-sdk/client-cloudformation';
import type { LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import type {
  Attribute,
  ClaimedPhoneNumberSummary,
  ContactFlowSummary,
  FlowAssociationSummary,
  InstanceSummary,
  RoutingProfileSummary,
  SecurityProfileSummary,
  TestCaseSummary,
  UserSearchSummary,
} from '@aws-sdk/client-connect';
import type { ContinuousBackupsDescription, TableDescription, TimeToLiveDescription } from '@aws-sdk/client-dynamodb';
import type {
  AccountAttribute,
  ConfigurationSetInformation,
  GetProtectConfigurationCountryRuleSetResult,
  SenderIdInformation,
  SpendLimit,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { ServiceQuota } from '@aws-sdk/client-service-quotas';
import type { Subscription } from '@aws-sdk/client-sns';
import type { Answer } from './findings.ts';

/** Everything that was asked of an account, in the types of the SDK: what the checks judge. */
export interface AccountAnswers {
  /** Of the credentials. */
  accountId: string;
  /** Undefined where it is not deployed. */
  stack: Answer<Stack | undefined>;
  resources: Answer<StackResourceSummary[]>;
  instances: Answer<InstanceSummary[]>;
  quotas: Answer<ServiceQuota[]>;
  /** Undefined where there is no instance of that alias. */
  instance: InstanceAnswers | undefined;
  sms: SmsAnswers;
  operations: OperationsAnswers;
}
export interface InstanceAnswers {
  attributes: Answer<Attribute[]>;
  /** Names. */
  queues: Answer<string[]>;
  hours: Answer<string[]>;
  flows: Answer<ContactFlowSummary[]>;
  /** ARNs. */
  functions: Answer<string[]>;
  testCases: Answer<TestCaseSummary[]>;
  users: Answer<UserSearchSummary[]>;
  securityProfiles: Answer<SecurityProfileSummary[]>;
  routingProfiles: Answer<RoutingProfileSummary[]>;
  /** Of the file; undefined where it says `none`. */
  number: Answer<ClaimedPhoneNumberSummary> | undefined;
  numberFlows: Answer<FlowAssociationSummary[]>;
}
export interface SmsAnswers {
  account: Answer<AccountAttribute[]>;
  spendLimits: Answer<SpendLimit[]>;
  senderIds: Answer<SenderIdInformation[]>;
  /** How many numbers of the account's default list asked for no more SMS. */
  optedOut: Answer<number>;
  /** Undefined where the stack has none. */
  configurationSet: Answer<ConfigurationSetInformation | undefined> | undefined;
  countryRules: Answer<GetProtectConfigurationCountryRuleSetResult> | undefined;
}
/** Each is undefined where the stack has no such thing. */
export interface OperationsAnswers {
  subscriptions: Answer<Subscription[]> | undefined;
  logGroups: Answer<LogGroup[]>;
  table: Answer<TableDescription> | undefined;
  backups: Answer<ContinuousBackupsDescription> | undefined;
  timeToLive: Answer<TimeToLiveDescription> | undefined;
}

/** Physical ids of a type; with the beginning of their logical ids, where there are several. */
export function physicalIds(resources: Answer<StackResourceSummary[]>, type: string, logicalIdBegins = ''): string[] {
  if (!('value' in resources)) return [];
  return resources.value
    .filter(
      ({ ResourceType, LogicalResourceId }) => ResourceType === type && LogicalResourceId?.startsWith(logicalIdBegins),
    )
    .flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? []);
}
