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
  /** Schedules and event rules, with the functions that they invoke and the streams that they write to. */
  schedules: DeployedSchedule[];
  eventRules: { name: string; pattern: Record<string, unknown>; functionArns: string[]; streamArns: string[] }[];
  buckets: { name: string; arn: string }[];
  deliveryStreams: DeployedStream[];
  /** ARN of the delivery stream that contact records go to; undefined where the instance sends none. */
  contactRecordsStream: string | undefined;
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
export interface DeployedSchedule {
  name: string;
  /** A whole interval, or the times of day that a cron expression names. */
  runs: { everySeconds: number } | { cron: CronTimes; timeZone: string };
  functionArn: string;
  input: unknown;
}
/** What each field of a cron expression allows. Months are 1 to 12, days of the week 1 (Sunday) to 7; undefined where any will do. */
export interface CronTimes {
  minutes: number[];
  hours: number[];
  daysOfMonth: number[] | undefined;
  months: number[];
  daysOfWeek: number[] | undefined;
  years: number[] | undefined;
}
/** A Firehose stream to a bucket. */
export interface DeployedStream {
  arn: string;
  name: string;
  bucketName: string;
  /** With its expressions, such as `!{partitionKeyFromLambda:day}`. */
  prefix: string;
  errorPrefix: string;
  gzip: boolean;
  buffer: { seconds: number; bytes: number };
  /** The function that transforms what is written, if any. */
  transformation: { functionArn: string; seconds: number; bytes: number; retries: number } | undefined;
}
