import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { array, assert, constantFrom, dictionary, property } from 'fast-check';
import { createEventClock } from '../../local/event-clock.ts';
import { startEventBus, type EventBus } from '../../local/events/bus.ts';
import { contactEventEntry } from '../../local/events/contact-event.ts';
import { matchesPattern, refuseUnknownComparisons } from '../../local/events/event-pattern.ts';
import type { Clock } from '../../local/clock.ts';
import type { InvocationResult, LambdaInvoker } from '../../local/lambda/invoker.ts';
import { smallDeployment } from './small-deployment.ts';

const start = Date.parse('2026-11-24T09:00:20Z');
let clock: Clock;
let bus: EventBus;
let invoked: { at: string; functionArn: string; event: Record<string, unknown> }[];
let answer: InvocationResult;
let streamed: { streamArn: string; record: unknown }[];

const invoker: LambdaInvoker = {
  invoke: async (functionArn, event) => {
    invoked.push({
      at: new Date(clock.now()).toISOString().slice(11, 19),
      functionArn,
      event: event as Record<string, unknown>,
    });
    return answer;
  },
  stop: async () => {},
};
const entry = (Detail: string) => ({ Source: 'rappel', DetailType: 'Rappel Booking Event', Detail });
beforeEach(async () => {
  clock = createEventClock(start);
  invoked = [];
  streamed = [];
  answer = { result: 'ok', value: null, logs: [] };
  bus = await startEventBus({
    deployment: {
      ...smallDeployment,
      eventRules: [
        {
          name: 'sms',
          pattern: { source: ['rappel'], detail: { sms: [{ exists: true }] } },
          functionArns: ['arn:send'],
          streamArns: [],
        },
        {
          name: 'contacts',
          pattern: { source: ['aws.connect'], detail: { eventType: ['DISCONNECTED', 'COMPLETED'] } },
          functionArns: ['arn:note', 'arn:dial'],
          streamArns: ['arn:stream'],
        },
      ],
      schedules: [
        { name: 'every minute', runs: { everySeconds: 60 }, functionArn: 'arn:dial', input: { source: 'aws.events' } },
      ],
    },
    clock,
    invoker,
    putRecord: (streamArn, record) => streamed.push({ streamArn, record }),
  });
});
afterEach(() => bus.stop());

describe('the event bus', () => {
  it('delivers an event that a function put to the rules that match, on the clock', async () => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new EventBridgeClient({ endpoint: bus.endpoint, region: 'eu-central-1', credentials });
    const Entries = [entry('{"sms":"confirmation"}'), entry('{"to":"done"}'), entry('not JSON')];
    const answered = await client.send(new PutEventsCommand({ Entries }));
    expect(answered).toMatchObject({ FailedEntryCount: 1, Entries: [{}, {}, { ErrorCode: 'MalformedDetail' }] });
    expect(invoked).toEqual([]);
    await clock.runUntil(start + 1000);
    expect(invoked).toMatchObject([
      {
        functionArn: 'arn:send',
        event: { source: 'rappel', 'detail-type': 'Rappel Booking Event', detail: { sms: 'confirmation' } },
      },
    ]);
    await expect(client.send(new ListRulesCommand({}))).rejects.toThrow('ListRules is not played locally');
    client.destroy();
  });

  it('delivers contact events without number, attribute or reason', async () => {
    const at = new Date(start);
    bus.put(
      contactEventEntry(smallDeployment, {
        eventType: 'DISCONNECTED',
        contactId: 'c-1',
        initiationMethod: 'API',
        queueArn: 'arn:queue',
        at,
        description: {
          id: 'c-1',
          initiationMethod: 'API',
          initiatedAt: at,
          enqueuedAt: at,
          disconnectedAt: at,
          disconnectReason: 'TELECOM_BUSY',
          customerNumber: '+33612345678',
        },
      }),
    );
    await clock.runUntil(start + 1000);
    expect(invoked.map(({ functionArn }) => functionArn)).toEqual(['arn:note', 'arn:dial']);
    expect(invoked[0]?.event['detail']).toEqual({
      eventType: 'DISCONNECTED',
      contactId: 'c-1',
      channel: 'VOICE',
      instanceArn: smallDeployment.instanceArn,
      initiationMethod: 'API',
      initiationTimestamp: at.toISOString(),
      disconnectTimestamp: at.toISOString(),
      queueInfo: { queueArn: 'arn:queue', queueType: 'STANDARD', enqueueTimestamp: at.toISOString() },
      tags: { 'aws:connect:instanceId': 'instance-1' },
    });
    expect(JSON.stringify(invoked)).not.toMatch(/TELECOM_BUSY|612345678/u);
    expect(streamed).toEqual([{ streamArn: 'arn:stream', record: invoked[0]?.event }]);
  });

  it('delivers the links of a contact that continues another, and the channel of a task', () => {
    const links = { initialContactId: 'c-1', previousContactId: 'c-2', relatedContactId: 'c-3' };
    const at = new Date(start);
    const { detail } = contactEventEntry(smallDeployment, {
      eventType: 'INITIATED',
      contactId: 'c-4',
      initiationMethod: 'API',
      at,
      description: { id: 'c-4', channel: 'TASK', initiationMethod: 'API', initiatedAt: at, ...links },
    });
    expect(detail).toMatchObject({ channel: 'TASK', ...links });
  });

  it('runs a schedule at every full interval', async () => {
    bus.startSchedules();
    await clock.runUntil(start + 130_000);
    expect(invoked.map(({ at }) => at)).toEqual(['09:01:00', '09:02:00']);
    expect(invoked[0]?.event).toMatchObject({ 'detail-type': 'Scheduled Event', time: '2026-11-24T09:01:00Z' });
  });

  it('repeats a failed delivery after one minute and after two more, then keeps it as a dead letter', async () => {
    answer = { result: 'error', message: 'Error: no', logs: [] };
    bus.put({ source: 'rappel', detailType: 'x', detail: { sms: 'cancelled' } });
    await clock.runUntil(start + 600_000);
    expect(invoked.map(({ at }) => at)).toEqual(['09:00:20', '09:01:20', '09:03:20']);
    expect(bus.deadLetters).toMatchObject([{ functionArn: 'arn:send', message: 'Error: no' }]);
  });
});

describe('an event pattern', () => {
  const event = { source: 'aws.connect', detail: { eventType: 'QUEUED', tags: ['a', 'b'], empty: null } };
  it.each<[Record<string, unknown>, boolean]>([
    [{ source: ['aws.connect', 'other'] }, true],
    [{ source: ['other'] }, false],
    [{ source: [{ prefix: 'aws.' }] }, true],
    [{ source: [{ prefix: 'rappel' }] }, false],
    [{ detail: { eventType: [{ 'anything-but': 'CONTACT_DATA_UPDATED' }] } }, true],
    [{ detail: { eventType: [{ 'anything-but': ['QUEUED', 'x'] }] } }, false],
    [{ detail: { eventType: [{ 'anything-but': { prefix: 'QUE' } }] } }, false],
    [{ detail: { absent: [{ 'anything-but': 'x' }] } }, false],
    [{ detail: { absent: [{ exists: false }] } }, true],
    [{ detail: { eventType: [{ exists: true }] } }, true],
    [{ detail: { empty: [null] } }, true],
    [{ detail: { tags: ['b'] } }, true],
    [{ source: ['aws.connect'], detail: { eventType: ['COMPLETED'] } }, false],
    [{ absent: { deep: ['x'] } }, false],
  ])('%j', (pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });

  it('of literal values matches exactly the events that have one of them in every field', () => {
    const word = constantFrom<string>('a', 'b', 'c');
    const pattern = dictionary(word, array(word, { minLength: 1 }));
    assert(
      property(pattern, dictionary(word, word), (fields, values) => {
        const expected = Object.entries(fields).every(([field, list]) => list.includes(values[field] ?? ''));
        expect(matchesPattern(fields, values)).toBe(expected);
      }),
    );
  });

  it('with a comparison that is not played is refused before any event comes', () => {
    const wildcard = { detail: { eventType: [{ wildcard: 'Q*' }] } };
    expect(() => refuseUnknownComparisons('contacts', wildcard)).toThrow('rule contacts: the comparison wildcard');
    expect(() => refuseUnknownComparisons('contacts', { $or: [{ a: ['b'] }] })).toThrow('$or is not played');
  });
});
