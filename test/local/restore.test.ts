import { BatchWriteItemCommand, DynamoDBClient, paginateScan, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { administrationsIn } from '../../local/administrations.ts';
import { run as restore } from '../../local/commands/restore-ledger.ts';
import { createTables } from '../../local/dynamodb/create-tables.ts';
import { startDynamoDb, type LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import type { Line } from '../../local/line.ts';
import { readScript } from '../../local/script.ts';
import { ScriptedCaller } from '../../local/scripted-caller.ts';
import { cafAssembly } from '../calls/synthesised.ts';

type Item = Record<string, AttributeValue>;
const beginsAt = Date.parse('2026-11-24T09:05:00Z');
const region = 'eu-central-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const { log, error } = console;

let laptop: Laptop | undefined;
let other: LocalDynamoDb;
const clients: DynamoDBClient[] = [];
const clientOf = (endpoint: string): DynamoDBClient => {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  clients.push(client);
  return client;
};

async function start(startMilliseconds: number): Promise<{ laptop: Laptop; line: Line }> {
  laptop = await startLaptop({
    administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
    startMilliseconds,
    seed: 3,
    assembly: await cafAssembly(),
  });
  const [line] = laptop.lines;
  if (line === undefined) throw new Error('no line');
  return { laptop, line };
}
beforeAll(async () => {
  other = await startDynamoDb({ now: () => laptop?.clock.now() ?? beginsAt, endpoint: '' });
});
afterEach(async () => {
  delete process.env['DYNAMODB_ENDPOINT'];
  delete process.env['AWS_ENDPOINT_URL_DYNAMODB'];
  Object.assign(console, { log, error });
  await laptop?.stop();
  laptop = undefined;
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await other.stop();
});

async function itemsOf(client: DynamoDBClient, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of paginateScan({ client }, { TableName })) items.push(...(page.Items ?? []));
  return items;
}

/** Two callers, of whom one books an hour and one keeps a place, once their calls have ended and their SMS are sent. */
async function bookAndKeep({ laptop: { clock }, line }: Awaited<ReturnType<typeof start>>): Promise<void> {
  line.staff(0);
  line.addWaitingCallers(60);
  const ring = (number: string, press: string): string =>
    new ScriptedCaller(line.centre, clock, { number, tokens: readScript(press), answers: ['no'] }).ring();
  const contacts = [ring('+33687654321', '1 2 1 x'), ring('+33687654322', '1 1 1 x')];
  const over = (): boolean =>
    contacts.every((id) => line.centre.describeContact(id)?.disconnectedAt) && line.sms.sent.length >= 2;
  expect(await clock.runWhile(over, clock.now() + 600_000)).toBe(true);
}

/** Kinds of items without a time to live: state of the line, lists that empty themselves, and wishes. */
const withoutTime = /^(SWITCH|PLACES|SNAPSHOT|PASS|STOPS|NOSMS)#/;

describe('the ledger of a running centre', () => {
  it('forgets in time whatever is of a person, and put into another ledger, the centre on it keeps what was promised', async () => {
    const first = await start(beginsAt);
    await bookAndKeep(first);
    const { line } = first;
    const [table] = line.deployment.tables;
    const items = await itemsOf(clientOf(first.laptop.dynamoDb.endpoint), table!.name);
    const promised = items.filter(({ pk }) => pk?.S?.startsWith('CALLER#'));
    expect(new Set(promised.map(({ kind }) => kind?.S))).toEqual(new Set(['place', 'slot']));
    expect(items.filter(({ pk, ttl }) => ttl === undefined && !withoutTime.test(pk?.S ?? ''))).toEqual([]);
    const stoppedAt = first.laptop.clock.now();
    await first.laptop.stop();

    // What a restoration does: a new table with the same items, its time to live switched on.
    await createTables(other.endpoint, region, line.deployment.tables);
    const client = clientOf(other.endpoint);
    for (let index = 0; index < items.length; index += 25) {
      const requests = items.slice(index, index + 25).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table!.name]: requests } }));
    }
    process.env['DYNAMODB_ENDPOINT'] = other.endpoint;
    const second = await start(stoppedAt);
    const called: string[] = [];
    second.line.centre.onOutboundCall((call) => {
      called.push(call.to);
      call.refuse('busy');
    });
    second.line.staff(2);
    const slot = Date.parse(promised.find(({ kind }) => kind?.S === 'slot')?.['slot']?.S ?? '');
    await second.laptop.clock.runUntil(slot + 5 * 60_000);
    expect(called).toContain('+33687654321');
  });
});

const put = (client: DynamoDBClient, TableName: string, ...items: Item[]) =>
  client.send(
    new BatchWriteItemCommand({ RequestItems: { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) } }),
  );
const booking = (id: string, state: string): Item => ({ pk: { S: `CALLER#${id}` }, state: { S: state } });
const seats = (...callers: string[]): Item => ({ pk: { S: 'SLOT#1' }, seats: { SS: callers } });

describe('npm run restore-ledger', () => {
  const tables = ['restored', 'ledger'].map((name) => ({ name, arn: '', partitionKey: 'pk' }));
  const asked = ['caf', '--from', 'restored', '--to', 'ledger'];

  it('compares, puts back what is missing, and what has other values only where that is asked for', async () => {
    const printed: string[] = [];
    console.log = (text: string) => printed.push(text);
    await createTables(other.endpoint, region, tables);
    const client = clientOf(other.endpoint);
    await put(
      client,
      'restored',
      booking('a', 'booked'),
      booking('b', 'booked'),
      booking('c', 'booked'),
      seats('a', 'b'),
    );
    await put(client, 'ledger', booking('b', 'done'), booking('c', 'booked'), booking('d', 'booked'), seats('b', 'a'));
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: other.endpoint,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    expect(await restore(asked)).toBe(0);
    expect(await restore([...asked, '--write', 'missing'])).toBe(0);
    const states = async (): Promise<string[]> =>
      (await itemsOf(client, 'ledger')).map(({ pk, state }) => `${pk?.S} ${state?.S}`).toSorted();
    const others = ['CALLER#c booked', 'CALLER#d booked', 'SLOT#1 undefined'];
    expect(await states()).toEqual(['CALLER#a booked', 'CALLER#b done', ...others]);
    expect(await restore([...asked, '--write', 'all'])).toBe(0);
    expect(await states()).toEqual(['CALLER#a booked', 'CALLER#b booked', ...others]);
    const compared = 'caf: of 4 items restored,';
    expect(printed).toEqual([
      `${compared} 1 are missing in the ledger, 1 have other values there; nothing was written`,
      `${compared} 1 are missing in the ledger, 1 have other values there; 1 were written`,
      `${compared} 0 are missing in the ledger, 1 have other values there; 1 were written`,
    ]);
  });

  it.each([
    ['without its tables', ['caf']],
    ['of one table', ['caf', '--from', 'a', '--to', 'a']],
    ['that writes something else', [...asked, '--write', 'some']],
    ['of no administration', ['atlantis', ...asked.slice(1)]],
    ['with an unknown option', [...asked, '--hard']],
  ])('%s ends with status 2 and how it is written', async (_, parameters) => {
    const complained: string[] = [];
    console.error = (text: string) => complained.push(text);
    expect(await restore(parameters)).toBe(2);
    expect(complained.join('\n')).toMatch(/npm run restore-ledger|one of/);
  });
});
