import type { Deployment } from '../../local/deployment.ts';

const instanceArn = 'arn:aws:connect:eu-central-1:111111111111:instance/instance-1';

/** A deployment of one queue and one flow, for the endpoints that need to know them. */
export const smallDeployment: Deployment = {
  stackName: 'Rappel-essai',
  region: 'eu-central-1',
  accountId: '111111111111',
  instanceArn,
  instanceId: 'instance-1',
  number: '+33199000001',
  entryFlowArn: `${instanceArn}/contact-flow/flow-1`,
  flows: [{ arn: `${instanceArn}/contact-flow/flow-1`, id: 'flow-1', name: 'f', type: 'CONTACT_FLOW', content: '{}' }],
  queues: [
    {
      arn: `${instanceArn}/queue/queue-1`,
      id: 'queue-1',
      name: 'allocations',
      hoursArn: `${instanceArn}/operating-hours/hours-1`,
      outboundCallerId: '+33199000001',
    },
  ],
  taskTemplates: [],
  quickConnects: [],
  hours: [],
  functions: [],
  tables: [],
  schedules: [],
  eventRules: [],
  buckets: [],
  deliveryStreams: [],
  contactRecordsStream: undefined,
  customResources: [],
  sms: {
    configurationSetName: 'settings',
    senderIds: [{ senderId: 'ESSAI', country: 'FR' }],
    allowedCountries: ['FR', 'RE', 'YT'],
  },
  alarms: { metric: [], composite: [] },
};
