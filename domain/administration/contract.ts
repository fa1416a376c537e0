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
  /** Id of the flow that the outbound callback contact runs. */
  callbackFlowId: 'CONNECT_CALLBACK_FLOW_ID',
  smsConfigurationSet: 'SMS_CONFIGURATION_SET',
  senderId: 'SMS_SENDER_ID',
} as const;

/** Contact attributes set by the inbound flow before anything else reads them. All values are strings. */
export interface ArrivalAttributes {
  /** Id of the administration. */
  administration: string;
  language: string;
  /** Queue id of the YAML (not Connect's), set when the subject is chosen. */
  queue: string;
  subject: string;
}
