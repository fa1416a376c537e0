import type { CallEvent } from '../../local/call-event.ts';
import type { Clock } from '../../local/clock.ts';
import type { ContactCentre, ContactEvent } from '../../local/connect/centre.ts';
import { contactRecord } from '../../local/connect/contact-record.ts';
import { createContactCentre } from '../../local/connect/contact-centre.ts';
import type { DeployedFlow, Deployment } from '../../local/deployment.ts';
import { createEventClock } from '../../local/event-clock.ts';
import type { InvocationResult } from '../../local/lambda/invoker.ts';
import { flowArn, functionArn, queueArn } from './written-flows.ts';

/** A Tuesday, ten o'clock in Paris. */
const start = Date.parse('2026-11-24T09:00:00Z');

export type Answer = (event: unknown) => Promise<InvocationResult> | InvocationResult;

export interface RunningCentre {
  centre: ContactCentre;
  deployment: Deployment;
  clock: Clock;
  events: CallEvent[];
  contactEvents: ContactEvent[];
  /** Contact records, as they were sent. */
  records: Record<string, unknown>[];
  /** What was heard so far. */
  heard: (by?: 'caller' | 'agent') => string[];
  /** The last `ended` of all contacts. */
  outcome: () => string | undefined;
  /** Lets that many seconds pass. */
  pass: (seconds: number) => Promise<void>;
}

interface Settings {
  flows: Record<string, string | { type: string; content: string }>;
  lambdas?: Record<string, Answer>;
  at?: number;
  maxContacts?: number;
  seed?: number;
}

/** A contact centre that is called on `inbound`, the first flow. */
export function runCentre({ flows, lambdas = {}, at = start, maxContacts, seed = 1 }: Settings): RunningCentre {
  const clock = createEventClock(at);
  const events: CallEvent[] = [];
  const contactEvents: ContactEvent[] = [];
  const records: RunningCentre['records'] = [];
  let ids = 0;
  const deployment = deploymentOf(flows, Object.keys(lambdas), maxContacts);
  const centre = createContactCentre({
    deployment,
    clock,
    random: seededRandom(seed),
    newId: () => `id-${++ids}`,
    allowedCountries: ['FR'],
    onContactEvent: (event) => contactEvents.push(event),
    onContactRecord: (record) => records.push(JSON.parse(JSON.stringify(contactRecord(deployment, record)))),
    lambdas: {
      invoke: async (arn, event) => {
        const answer = lambdas[arn.split(':').at(-1) ?? ''];
        if (!answer) throw new Error(`no stub for ${arn}`);
        return answer(event);
      },
      stop: () => Promise.resolve(),
    },
  });
  centre.onEvent((event) => events.push(event));
  return {
    centre,
    deployment,
    clock,
    events,
    contactEvents,
    records,
    heard: (by = 'caller') => events.flatMap((event) => (event.kind === 'heard' && event.by === by ? event.text : [])),
    outcome: () => events.flatMap((event) => (event.kind === 'ended' ? event.outcome : [])).at(-1),
    pass: (seconds) => clock.runUntil(clock.now() + seconds * 1000),
  };
}

export const answers =
  (value: unknown): Answer =>
  () => ({ result: 'ok', value, logs: [] });

/** A linear congruential generator: the numbers only have to be the same twice. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function deploymentOf(flows: Settings['flows'], functions: string[], maxContacts: number | undefined): Deployment {
  const hoursArn = 'arn:hours:office';
  const queue = (name: string): Deployment['queues'][number] => ({
    arn: queueArn(name),
    id: name,
    name,
    hoursArn,
    maxContacts,
    outboundFlowArn: 'outbound' in flows ? flowArn('outbound') : undefined,
    outboundCallerId: '+33199000001',
  });
  return {
    stackName: 'Rappel-test',
    region: 'eu-central-1',
    accountId: '111111111111',
    instanceArn: 'arn:aws:connect:eu-central-1:111111111111:instance/i',
    instanceId: 'i',
    number: '+33199000000',
    entryFlowArn: flowArn('inbound'),
    flows: Object.entries(flows).map(([name, flow]): DeployedFlow => {
      const { type, content } = typeof flow === 'string' ? { type: 'CONTACT_FLOW', content: flow } : flow;
      return { arn: flowArn(name), id: name, name, type, content };
    }),
    queues: [queue('allocations'), queue('logement')],
    taskTemplates: [],
    quickConnects:
      'pass-on' in flows ? [{ name: 'logement', queueArn: queueArn('logement'), flowArn: flowArn('pass-on') }] : [],
    hours: [
      {
        arn: hoursArn,
        id: 'office',
        name: 'office',
        timeZone: 'Europe/Paris',
        weekly: { tuesday: ['09:00-12:00', '13:30-16:30'], wednesday: ['00:00-24:00'] },
        overrides: [
          { date: '2026-12-01', ranges: [] },
          { date: '--11-11', ranges: [] },
        ],
      },
      { arn: 'arn:hours:never', id: 'never', name: 'never', timeZone: 'Europe/Paris', weekly: {}, overrides: [] },
    ],
    functions: functions.map((name) => ({
      arn: functionArn(name),
      name: `Rappel-test-${name}`,
      logicalId: name,
      directory: '/nowhere',
      handler: 'index.handler',
      environment: {},
      timeoutSeconds: 8,
    })),
    tables: [],
    schedules: [],
    eventRules: [],
    buckets: [],
    deliveryStreams: [],
    contactRecordsStream: undefined,
    customResources: [],
    sms: { configurationSetName: 'sms', senderIds: [], allowedCountries: [] },
    alarms: { metric: [], composite: [] },
  };
}
