/** Environment keys that the stack sets and the Lambdas read. */
export const environmentKeys = {
  /** JSON of `LineRules`. */
  rules: 'RULES',
  /** Name of the ledger table. */
  ledger: 'LEDGER_TABLE',
  /** Secret from which the ledger's key is derived. */
  secret: 'RAPPEL_SECRET',
  instanceId: 'CONNECT_INSTANCE_ID',
  /** JSON: queue id of the YAML -> Connect queue id (the last part of its ARN). */
  queueIds: 'CONNECT_QUEUE_IDS',
  /** JSON: language -> id of the flow that the outbound callback contact runs. */
  callbackFlowIds: 'CONNECT_CALLBACK_FLOW_IDS',
  /** JSON: language -> id of the flow that a later survey runs. */
  laterSurveyFlowIds: 'CONNECT_LATER_SURVEY_FLOW_IDS',
  smsConfigurationSet: 'SMS_CONFIGURATION_SET',
  senderId: 'SMS_SENDER_ID',
  /** JSON of `SmsRules`. */
  smsRules: 'SMS_RULES',
  /** JSON: id of a text -> what is sent on request, by language. */
  smsTexts: 'SMS_TEXTS',
} as const;

/** Name of the queue in which tasks wait for supervisors. */
export const supervisionQueue = 'supervision';
/** Name of the queue that shows agents where they may pass a caller on to: nobody waits in it. */
export const transfersQueue = 'transfers';
/** No queue of a file may have one of these names. */
export const ownQueues: readonly string[] = [supervisionQueue, transfersQueue];

/** Contact attributes set by the inbound flow before anything else reads them. All values are strings. */
export interface ArrivalAttributes {
  /** Id of the administration. */
  administration: string;
  language: string;
  /** `100%`, or `80%` once the caller has asked for slower speech. */
  speechRate: string;
  /** Queue id of the YAML (not Connect's), set when the subject is chosen. */
  queue: string;
  subject: string;
}

/** Of all counts that functions print for CloudWatch. */
export const metricNamespace = 'Rappel';
