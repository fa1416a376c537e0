import type { WeeklyHours } from '../domain/administration/administration.ts';
import type { DeployedAlarms } from './alarms/alarm-definition.ts';

/** A synthesised template with every CloudFormation function resolved: what the local contact centre runs. All ids and ARNs are made up, stable. */
export interface Deployment {
  stackName: string;
  region: string;
  accountId: string;
  instanceArn: string;
  instanceId: string;
  /** E.164 of the line: the number attached to the inbound flow; where the file says `none`, one of the range reserved for fiction. */
  number: string;
  /** ARN of the flow that the number enters. */
  entryFlowArn: string;
  flows: DeployedFlow[];
  queues: DeployedQueue[];
  /** Tasks that people create from the agent workspace, with the flow that each runs. */
  taskTemplates: { name: string; flowArn: string }[];
  /** Where agents may pass a caller on to: queues only. */
  quickConnects: { name: string; queueArn: string; flowArn: string }[];
  hours: DeployedHours[];
  functions: DeployedFunction[];
  tables: DeployedTable[];
  /** Schedules and event rules, with the functions that they invoke. */
  schedules: { name: string; everySeconds: number; functionArn: string; input: unknown }[];
  eventRules: { name: string; pattern: Record<string, unknown>; functionArns: string[] }[];
  customResources: { logicalId: string; functionArn: string; properties: Record<string, unknown> }[];
  sms: { configurationSetName: string; senderIds: { senderId: string; country: string }[]; allowedCountries: string[] };
  alarms: DeployedAlarms;
  /** Name of the queue of events that functions kept failing on, if there is one. */
  deadLetterQueue?: string | undefined;
}
export interface DeployedFlow {
  arn: string;
  id: string;
  name: string;
  /** `CONTACT_FLOW`, `CUSTOMER_QUEUE`, … */
  type: string;
  /** The flow language document, as JSON text. */
  content: string;
}
export interface DeployedQueue {
  arn: string;
  id: string;
  name: string;
  hoursArn: string;
  maxContacts?: number | undefined;
  outboundFlowArn?: string | undefined;
  /** E.164. */
  outboundCallerId: string;
}
export interface DeployedHours {
  arn: string;
  id: string;
  name: string;
  timeZone: string;
  weekly: WeeklyHours;
  /** Local dates `YYYY-MM-DD` (or `--MM-DD`, every year) with the ranges of that day; none is closed. */
  overrides: { date: string; ranges: string[] }[];
}
export interface DeployedFunction {
  arn: string;
  name: string;
  logicalId: string;
  /** Absolute directory of the unpacked asset, and `file.export` in it. */
  directory: string;
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
}
export interface DeployedTable {
  name: string;
  arn: string;
  partitionKey: string;
  sortKey?: string | undefined;
  timeToLiveAttribute?: string | undefined;
}
