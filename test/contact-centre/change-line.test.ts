import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  alertKey,
  switchKey,
  type LineChange,
  type LineChangeResult,
} from '../../domain/administration/line-changes.ts';
import type { TellAlertParameters, TellAlertResult } from '../../domain/position/contract.ts';
import type { Ledger } from '../../lambdas/runtime/dynamodb.ts';
import { startDynamoDb, type LocalDynamoDb } from '../../local/dynamodb/start.ts';

const queue = { agents: { default: 1 }, handleTimeSeconds: 300, patienceSeconds: 300, hours: {} };
const rules = { id: 'caf', queues: { allocations: queue } };
const noon = new Date('2026-11-24T11:00:00Z');
const by = 'marie.durand';
const until = '2026-11-24T18:00:00+01:00';

let now = noon;
let database: LocalDynamoDb;
let table: Ledger;
let change: (event: LineChange | object) => Promise<LineChangeResult>;
let tellAlert: typeof import('../../lambdas/position/tell-alert.ts').tellAlert;
let written: string[];
let realWrite: typeof process.stdout.write;

beforeAll(async () => {
  database = await startDynamoDb({ now: () => now.getTime(), endpoint: '' });
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    RULES: JSON.stringify(rules),
    LEDGER_TABLE: 'ledger',
    CONNECT_INSTANCE_ID: 'instance',
  });
  const client = new DynamoDBClient({});
  await client.send(
    new CreateTableCommand({
      TableName: 'ledger',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
  );
  client.destroy();
  const { ledger } = await import('../../lambdas/runtime/dynamodb.ts');
  table = ledger('ledger');
  const { changeLine } = await import('../../lambdas/contact-centre/change-line.ts');
  change = changeLine({ rules, ledger: table, now: () => now });
  ({ tellAlert } = await import('../../lambdas/position/tell-alert.ts'));
});
afterAll(() => database.stop());
beforeEach(() => {
  now = noon;
  written = [];
  realWrite = process.stdout.write.bind(process.stdout);
  process.stdout.write = (line) => written.push(String(line)) > 0;
});
afterEach(() => {
  process.stdout.write = realWrite;
});

const logged = (): Record<string, unknown>[] => written.map((line): Record<string, unknown> => JSON.parse(line));
const told = (
  language: TellAlertParameters['language'],
  ledger: Pick<Ledger, 'get'> = table,
): Promise<TellAlertResult> =>
  tellAlert({ ledger, now: () => now })({
    Details: { ContactData: { ContactId: 'contact-1' }, Parameters: { language } },
  });

describe('a switch', () => {
  it('is written for its queue, the other one staying as it is', async () => {
    const turn = (what: string, to: string) => change({ change: 'switch', queue: 'allocations', what, to, by });
    expect(await turn('dialling', 'off')).toEqual({ status: 'done' });
    expect(await turn('offering', 'off')).toEqual({ status: 'done' });
    expect(await turn('offering', 'on')).toEqual({ status: 'done' });
    expect(await table.get(switchKey('allocations'), { consistent: true })).toEqual({
      pk: 'SWITCH#allocations',
      dialling: 'off',
      offering: 'on',
      changedAt: noon.toISOString(),
      changedBy: by,
    });
  });

  it('is audited with who and what', async () => {
    await change({ change: 'switch', queue: 'allocations', what: 'offering', to: 'off', by });
    expect(logged()).toEqual([
      {
        code: 'lineChanged',
        administration: 'caf',
        change: 'switch',
        queue: 'allocations',
        what: 'offering',
        to: 'off',
        by,
      },
    ]);
  });

  it('that cannot be is refused with its reasons, and changes nothing', async () => {
    const before = await table.get(switchKey('allocations'), { consistent: true });
    const refused = await change({ change: 'switch', queue: 'allocations', what: 'offering', to: 'maybe', by });
    expect(refused).toEqual({ status: 'refused', reasons: ['to: on or off'] });
    expect(await table.get(switchKey('allocations'), { consistent: true })).toEqual(before);
    expect(logged()).toEqual([{ code: 'lineChangeRefused', administration: 'caf', reasons: 1 }]);
  });
});

describe('an alert', () => {
  const text = { fr: 'Grève ce mardi : nous répondons moins.', en: 'Strike this Tuesday: we answer less.' };

  it('is told in the language of the caller until it ends, and by itself no longer', async () => {
    expect(await change({ change: 'alert', text, until, by })).toEqual({ status: 'done' });
    expect(await told('fr')).toEqual({ alert: 'yes', announcement: text.fr });
    expect(await told('en')).toEqual({ alert: 'yes', announcement: text.en });
    now = new Date('2026-11-24T16:59:59Z');
    expect(await told('fr')).toMatchObject({ alert: 'yes' });
    now = new Date('2026-11-24T17:00:00Z');
    expect(await told('fr')).toEqual({ alert: 'no', announcement: '' });
    const item = await table.get(alertKey, { consistent: true });
    expect(item).toMatchObject({ pk: 'ALERT#current', ...text, until: '2026-11-24T17:00:00.000Z' });
    expect(item?.['ttl']).toBe(Date.parse('2026-11-24T17:00:00Z') / 1000);
  });

  it('that is in French alone is told in French, and takes the place of the one before', async () => {
    await change({ change: 'alert', text, until, by });
    await change({ change: 'alert', text: 'Panne.', until, by });
    expect(await told('en')).toEqual({ alert: 'yes', announcement: 'Panne.' });
  });

  it('falls silent when it is ended, and may be ended twice', async () => {
    await change({ change: 'alert', text, until, by });
    expect(await change({ change: 'endAlert', by })).toEqual({ status: 'done' });
    expect(await change({ change: 'endAlert', by })).toEqual({ status: 'done' });
    expect(await told('fr')).toEqual({ alert: 'no', announcement: '' });
    expect(await table.get(alertKey, { consistent: true })).not.toHaveProperty('fr');
  });

  it('is audited without what it says', async () => {
    await change({ change: 'alert', text, until, by });
    expect(logged()).toEqual([
      { code: 'lineChanged', administration: 'caf', change: 'alert', by, until: '2026-11-24T17:00:00.000Z' },
    ]);
    expect(written.join('')).not.toContain('Grève');
  });

  it('that cannot be read keeps nobody from the queue', async () => {
    const unreachable = { get: () => Promise.reject(new Error('the ledger is away')) };
    expect(await told('fr', unreachable)).toEqual({ alert: 'no', announcement: '' });
    expect(logged()).toEqual([{ code: 'alertUnavailable', error: 'Error' }]);
  });
});
