import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Queue } from '../../domain/administration/administration.ts';
import type { TellPositionParameters, TellPositionResult } from '../../domain/position/contract.ts';
import { placesKey } from '../../domain/callback/shards.ts';
import { seatsDueKeys } from '../../domain/position/seats-due.ts';
import { leaseKey, snapshotKey } from '../../domain/position/snapshot.ts';
import type { Ledger } from '../../lambdas/runtime/dynamodb.ts';
import { startDynamoDb, type LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { lineRules } from '../callback/fixtures.ts';
import { startConnectEndpoint, type ConnectAnswers, type ConnectEndpoint } from './connect-endpoint.ts';

const queue: Queue = { agents: { default: 60 }, handleTimeSeconds: 360, patienceSeconds: 360, hours: {} };
const weekday = ['09:00-16:30'];
const rules = lineRules(
  {},
  { hours: { monday: weekday, tuesday: weekday }, queues: { allocations: queue, logement: queue } },
);

const morning = new Date('2026-11-24T09:05:00Z');
let now = morning;
let answers: ConnectAnswers;
let database: LocalDynamoDb;
let centre: ConnectEndpoint;
let ledger: Ledger;
let tell: (event: unknown) => Promise<TellPositionResult>;
let written: string[];
let realWrite: typeof process.stdout.write;

const inSeconds = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

const ask = (parameters: Partial<TellPositionParameters>): Promise<TellPositionResult> =>
  tell({
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: { ContactId: 'contact-1', CustomerEndpoint: { Address: '+33612345678', Type: 'TELEPHONE_NUMBER' } },
      Parameters: {
        queue: 'allocations',
        stage: 'arrival',
        announcedWaitSeconds: '',
        offeredAt: '',
        language: 'fr',
        ...parameters,
      },
    },
  });

const fiftySeats = (first: number): Set<string> =>
  new Set(Array.from({ length: 50 }, (_, seat) => `caller${first + seat}`));

const logged = (code: string): Record<string, unknown>[] =>
  written.map((line): Record<string, unknown> => JSON.parse(line)).filter((line) => line['code'] === code);
const requestsTo = (path: string): number => centre.requests.filter((request) => request.path.startsWith(path)).length;

beforeAll(async () => {
  database = await startDynamoDb({ now: () => now.getTime(), endpoint: '' });
  centre = await startConnectEndpoint(() => answers);
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_CONNECT: centre.url,
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    RULES: JSON.stringify(rules),
    LEDGER_TABLE: 'ledger',
    CONNECT_INSTANCE_ID: 'instance',
    CONNECT_QUEUE_IDS: JSON.stringify({ allocations: 'queue-a', logement: 'queue-l' }),
  });
});

afterAll(async () => {
  centre.stop();
  await database.stop();
});

/** A ledger of its own for each test. */
let tables = 0;
beforeEach(async () => {
  now = morning;
  answers = { queues: { 'queue-a': [40, 200, 60, 0], 'queue-l': [0, 0, 60, 7] }, position: 12 };
  centre.requests.length = 0;
  const TableName = `ledger${(tables += 1)}`;
  const client = new DynamoDBClient({});
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
  );
  client.destroy();
  const { tellPosition } = await import('../../lambdas/position/tell-position.ts');
  const dynamodb = await import('../../lambdas/runtime/dynamodb.ts');
  const { connect } = await import('../../lambdas/runtime/connect.ts');
  ledger = dynamodb.ledger(TableName);
  const queueIds = { allocations: 'queue-a', logement: 'queue-l' };
  tell = tellPosition({ rules, queueIds, ledger, connect: connect('instance'), now: () => now });
  written = [];
  realWrite = process.stdout.write.bind(process.stdout);
  process.stdout.write = (line: string | Uint8Array): boolean => written.push(String(line)) > 0;
});
afterEach(() => {
  process.stdout.write = realWrite;
});

describe('on arrival', () => {
  it('tells a new caller the place and the wait, and proposes a callback', async () => {
    expect(await ask({})).toEqual({
      announcement: 'Il y a environ 40 personnes avant vous. Vous devriez attendre environ 5 minutes.',
      announcedWaitSeconds: '300',
      firstAnnouncedWaitSeconds: '300',
      announcedAhead: '40',
      offer: 'both',
      offerReason: 'longWait',
      offeredAt: '2026-11-24T09:05:00.000Z',
      queuedAt: '',
    });
    expect(requestsTo('/metrics/contact')).toBe(0);
  });

  it('promises less than a minute, and proposes nothing, while agents are free', async () => {
    expect(await ask({ queue: 'logement' })).toMatchObject({
      announcement: "Votre tour approche. Vous devriez attendre moins d'une minute.",
      offer: 'no',
      offerReason: 'waitShort',
    });
  });

  it('counts the callbacks that are due in this half hour', async () => {
    const [shard = '', next = ''] = seatsDueKeys(rules, 'allocations', now);
    await ledger.put({ pk: shard, seats: fiftySeats(0) });
    await ledger.put({ pk: next, seats: fiftySeats(50) });
    expect(await ask({})).toMatchObject({ announcedWaitSeconds: '300' });
    const [said] = logged('waitAnnounced');
    expect(said).toMatchObject({ meanSeconds: Math.round(360 * Math.log(1 + 41 / 40)) });
  });

  it('does not count on the impatience of those who have hung up and keep their place', async () => {
    await ledger.put({ pk: placesKey('allocations', 3), seats: new Set([...fiftySeats(0)].slice(0, 20)) });
    await ask({});
    expect(logged('waitAnnounced')).toMatchObject([{ meanSeconds: Math.round(720 * Math.log(1 + 20.5 / 60)) }]);
  });
});

describe('in the queue', () => {
  it('tells the place that Connect counts, and the wait from there', async () => {
    expect(await ask({ stage: 'queued', queuedAt: '' })).toEqual({
      announcement: 'Il y a 11 personnes avant vous. Vous devriez attendre environ 2 minutes.',
      announcedWaitSeconds: '120',
      firstAnnouncedWaitSeconds: '120',
      announcedAhead: '11',
      offer: 'no',
      offerReason: 'waitShort',
      offeredAt: '',
      queuedAt: '2026-11-24T09:05:00.000Z',
    });
  });

  it.each(['throttled', 'never'] as const)('estimates the place where Connect is %s', async (position) => {
    answers.position = position;
    const result = await ask({ stage: 'queued', queuedAt: inSeconds(-100).toISOString() });
    expect(result.announcement).toContain('Il y a environ 20 personnes avant vous.');
    expect(result.queuedAt).toBe(inSeconds(-100).toISOString());
    expect(requestsTo('/metrics/contact')).toBe(1);
    expect(logged('positionUnavailable')).toHaveLength(1);
  });

  it('says no place that has risen since it was told, and keeps the one that was', async () => {
    answers.position = 13;
    const result = await ask({ stage: 'queued', announcedAhead: '11' });
    expect(result.announcement).toMatch(/^Vous devriez attendre/u);
    expect(result.announcedAhead).toBe('11');
  });

  it('tells the next one, whom no agent took for a minute, that this place is kept, and no figure again', async () => {
    answers.position = 1;
    const waited = { stage: 'queued' as const, queuedAt: inSeconds(-60).toISOString(), announcedWaitSeconds: '60' };
    expect((await ask(waited)).announcement).toMatch(
      /^Aucun agent n'a encore pu prendre votre appel\..*prochaine personne\.$/u,
    );
    expect((await ask({ ...waited, queuedAt: '' })).announcement).toMatch(/^Vous êtes la prochaine personne\./u);
  });

  it('tells no place where neither Connect nor the time in the queue is known', async () => {
    answers.position = 'throttled';
    const { announcement } = await ask({ stage: 'queued' });
    expect(announcement).toMatch(/^Vous devriez attendre/u);
  });

  it('gives back the first bound announced, whatever is announced since', async () => {
    const told = { announcedWaitSeconds: '240', firstAnnouncedWaitSeconds: '300' };
    expect(await ask({ stage: 'queued', ...told })).toMatchObject({
      announcedWaitSeconds: '120',
      firstAnnouncedWaitSeconds: '300',
    });
    expect(await ask({ stage: 'closed', ...told })).toMatchObject({ firstAnnouncedWaitSeconds: '300' });
  });

  it('says no figure once the wait has grown, and keeps the bound announced', async () => {
    answers.position = 100;
    expect(await ask({ stage: 'queued', announcedWaitSeconds: '300' })).toMatchObject({
      announcement: "Il y a 99 personnes avant vous. Pardon, l'attente est plus longue que prévu.",
      announcedWaitSeconds: '300',
      offer: 'both',
      offerReason: 'waitGrew',
    });
  });
});

describe('what is offered', () => {
  it('is an hour alone where no agent is there, who would keep a place', async () => {
    answers.queues = { 'queue-a': [3, 60, 0, 0] };
    expect(await ask({})).toMatchObject({
      announcement: "Aucun agent n'est présent pour le moment.",
      announcedWaitSeconds: '',
      offer: 'hour',
      offerReason: 'unstaffed',
    });
  });

  it('is an hour alone for who would not be served before the queue closes, who is told so', async () => {
    now = new Date('2026-11-24T15:00:00Z');
    expect(await ask({})).toMatchObject({ offer: 'both', offerReason: 'longWait' });
    now = new Date('2026-11-24T15:28:00Z');
    expect(await ask({})).toMatchObject({
      announcement: "Nos bureaux ferment à 16 heures 30. Nous n'aurons peut-être pas le temps de vous répondre.",
      offer: 'hour',
      offerReason: 'nearClosing',
    });
  });

  it('comes again every three minutes, not with each announcement', async () => {
    answers.position = 40;
    const first = await ask({ stage: 'queued', queuedAt: '' });
    expect(first).toMatchObject({ offer: 'both', offeredAt: now.toISOString() });
    const { offeredAt } = first;
    now = inSeconds(179);
    expect(await ask({ stage: 'queued', offeredAt })).toMatchObject({
      offer: 'no',
      offerReason: 'offeredRecently',
      offeredAt,
    });
    now = inSeconds(1);
    expect(await ask({ stage: 'queued', offeredAt })).toMatchObject({ offer: 'both', offeredAt: now.toISOString() });
  });

  it('is nothing where a supervisor has switched the offer off', async () => {
    await ledger.put({ pk: 'SWITCH#allocations', offering: 'off', dialling: 'on' });
    expect(await ask({})).toMatchObject({ offer: 'no', offerReason: 'switchedOff' });
    await ledger.put({ pk: 'SWITCH#allocations', offering: 'on' });
    expect(await ask({})).toMatchObject({ offer: 'both' });
  });
});

describe('the snapshot of the queues', () => {
  it('is read once for all queues and shared for 15 s', async () => {
    await Promise.all([ask({}), ask({ queue: 'logement' })]);
    now = inSeconds(15);
    await Promise.all([ask({}), ask({ queue: 'logement' }), ask({})]);
    expect(requestsTo('/metrics/current')).toBe(1);
    expect(centre.requests[0]?.body).toMatchObject({
      Filters: { Queues: ['queue-a', 'queue-l'], Channels: ['VOICE'] },
    });
  });

  it('is taken again by one caller once it is older', async () => {
    await ask({});
    now = inSeconds(16);
    answers.queues = { 'queue-a': [5, 20, 60, 0] };
    await Promise.all(Array.from({ length: 8 }, () => ask({})));
    expect(requestsTo('/metrics/current')).toBe(2);
    expect(await ledger.get(snapshotKey('allocations'))).toMatchObject({ takenAt: now.getTime(), contactsInQueue: 5 });
    expect(await ledger.get(snapshotKey('logement'))).toMatchObject({ agentsStaffed: 0 });
  });

  it('is left to the one who holds the lease, and used as it is until then', async () => {
    await ask({});
    now = inSeconds(20);
    await ledger.put({ pk: leaseKey, leaseUntil: inSeconds(2).getTime() });
    expect(await ask({})).toMatchObject({ announcedWaitSeconds: '300' });
    expect(requestsTo('/metrics/current')).toBe(1);
    now = inSeconds(3);
    await ask({});
    expect(requestsTo('/metrics/current')).toBe(2);
  });

  it('expires from the ledger', async () => {
    await ask({});
    expect(await ledger.get(snapshotKey('allocations'))).toMatchObject({ ttl: now.getTime() / 1000 + 3600 });
  });
});

describe('where nothing can be known', () => {
  const unknown = {
    announcement: "Nous ne connaissons pas le temps d'attente.",
    offer: 'both',
    offerReason: 'waitUnknown',
  };

  it.each(['throttled', 'never'] as const)('says so where Connect is %s', async (queues) => {
    answers.queues = queues;
    expect(await ask({ announcedWaitSeconds: '600' })).toMatchObject({ ...unknown, announcedWaitSeconds: '600' });
    expect(written.join('')).toMatch(/"code":"(queueMetrics|snapshot)Unavailable"/u);
  });

  it('uses a snapshot of the last minute where Connect is throttled, and none that is older', async () => {
    await ask({});
    answers.queues = 'throttled';
    now = inSeconds(50);
    expect(await ask({})).toMatchObject({ announcedWaitSeconds: '300' });
    now = inSeconds(11);
    expect(await ask({})).toMatchObject(unknown);
  });

  it('says so where the ledger fails, and still tells the place that Connect counts', async () => {
    tell = await brokenLedger();
    const { announcement, offer } = await ask({ stage: 'queued' });
    expect(announcement).toBe(`Il y a 11 personnes avant vous. ${unknown.announcement}`);
    expect(offer).toBe('both');
    expect(logged('snapshotUnavailable')).toHaveLength(1);
  });
});

async function brokenLedger(): Promise<typeof tell> {
  const { tellPosition } = await import('../../lambdas/position/tell-position.ts');
  const dynamodb = await import('../../lambdas/runtime/dynamodb.ts');
  const { connect } = await import('../../lambdas/runtime/connect.ts');
  const noTable = dynamodb.ledger('no-such-table');
  return tellPosition({ rules, queueIds: {}, ledger: noTable, connect: connect('instance'), now: () => now });
}

describe('a closed line', () => {
  it('says when it opens, asks nobody else and proposes a callback', async () => {
    now = new Date('2026-11-23T17:00:00Z');
    expect(await ask({ stage: 'closed' })).toMatchObject({
      announcement: 'Nos bureaux sont fermés. Ils ouvriront demain, mardi 24 novembre, à 9 heures.',
      offer: 'hour',
      offerReason: 'closed',
    });
    expect(await ask({ stage: 'closed', queue: '' })).toMatchObject({ offerReason: 'closed' });
    expect(centre.requests).toHaveLength(0);
  });
});

describe('what is asked', () => {
  it('is refused where the configuration has no such queue, stage or language', async () => {
    await expect(ask({ queue: 'unknown' })).rejects.toThrow('no queue unknown in the rules of caf');
    await expect(tell({ Details: { ContactData: { ContactId: 'c' }, Parameters: { stage: 'x' } } })).rejects.toThrow(
      'no such stage: x',
    );
  });

  it('answers strings only, as a flow wants them', async () => {
    for (const stage of ['arrival', 'queued', 'closed'] as const) {
      expect(Object.values(await ask({ stage })).every((value) => typeof value === 'string')).toBe(true);
    }
  });
});

describe('the log', () => {
  it('has what was said beside what was known, and no number', async () => {
    await ask({ stage: 'queued', queuedAt: '' });
    expect(logged('waitAnnounced')).toEqual([
      expect.objectContaining({
        queue: 'allocations',
        stage: 'queued',
        said: 'range',
        boundSeconds: 120,
        meanSeconds: 66,
        ahead: 11,
        placeEstimated: false,
        snapshotAgeSeconds: 0,
        offer: 'no',
      }),
    ]);
    expect(written.join('')).not.toContain('612345678');
  });
});
