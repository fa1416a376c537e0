import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alertKey, switchKey } from '../../domain/administration/line-changes.ts';
import type { Item, Ledger } from '../../lambdas/runtime/dynamodb.ts';
import { administrationsIn } from '../../local/administrations.ts';
import { run as alert } from '../../local/commands/alert.ts';
import { run as turn } from '../../local/commands/switch.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import { type PageServer, servePage } from '../../local/page/server.ts';
import { cafAssembly } from '../calls/synthesised.ts';

let laptop: Laptop;
let page: PageServer;
let table: Ledger;
let printed: string[];
let complained: string[];
const { log, error } = console;

const itemOf = (key: string): Promise<Item | undefined> => table.get(key, { consistent: true });

beforeAll(async () => {
  laptop = await startLaptop({
    administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
    startMilliseconds: Date.parse('2026-11-24T09:00:00Z'),
    seed: 1,
    assembly: await cafAssembly(),
  });
  page = await servePage(laptop, 0);
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: laptop.dynamoDb.endpoint,
  });
  const { ledger } = await import('../../lambdas/runtime/dynamodb.ts');
  table = ledger(laptop.lines[0]?.deployment.tables[0]?.name ?? '');
});
afterAll(async () => {
  page.stop();
  await laptop.stop();
});
beforeEach(() => {
  printed = [];
  complained = [];
  console.log = (line: string) => printed.push(line);
  console.error = (line: string) => complained.push(line);
});
afterEach(() => Object.assign(console, { log, error }));

const port = (): string[] => ['--port', String(page.port)];
const greve = ['--text', 'Grève ce mardi.', '--until', '2026-11-24T18:00'];

describe('npm run switch', () => {
  it('turns a switch of the running centre and says so', async () => {
    expect(await turn(['caf', 'allocations', 'dialling', 'off', ...port()])).toBe(0);
    expect(printed).toEqual(['caf: dialling of allocations is off']);
    expect(await itemOf(switchKey('allocations'))).toMatchObject({ dialling: 'off' });
  });

  it.each([
    ['without its words', ['caf', 'allocations']],
    ['with too many of them', ['caf', 'allocations', 'dialling', 'off', 'now']],
    ['of something else', ['caf', 'allocations', 'ringing', 'off']],
    ['to something else', ['caf', 'allocations', 'dialling', 'maybe']],
    ['of no administration', ['atlantis', 'allocations', 'dialling', 'off']],
    ['of no queue', ['caf', 'impots', 'dialling', 'off']],
    ['with an unknown option', ['caf', 'allocations', 'dialling', 'off', '--hard']],
    ['at no port', ['caf', 'allocations', 'dialling', 'off', '--port', 'x']],
  ])('%s ends with status 2 and how it is written', async (_, parameters) => {
    expect(await turn(parameters)).toBe(2);
    expect(complained.join('\n')).toMatch(/npm run switch|one of|--port/);
    expect(printed).toEqual([]);
  });

  it('ends with status 1 where no centre runs, or where the one that runs has no such line', async () => {
    expect(await turn(['caf', 'allocations', 'dialling', 'off', '--port', '9'])).toBe(1);
    expect(complained[0]).toMatch(/^no centre runs on port 9: "npm start" starts one/);
    expect(await turn(['assurance-maladie', 'droits', 'dialling', 'off', ...port()])).toBe(1);
    expect(complained[1]).toBe('Cette ligne n’existe pas.');
  });
});

describe('npm run alert', () => {
  it('publishes until a local time, and ends what it published', async () => {
    expect(await alert(['caf', ...greve, '--text-en', 'Strike this Tuesday.', ...port()])).toBe(0);
    expect(printed).toEqual(['caf: callers hear the alert until 2026-11-24T18:00']);
    const until = '2026-11-24T17:00:00.000Z';
    expect(await itemOf(alertKey)).toMatchObject({ fr: 'Grève ce mardi.', en: 'Strike this Tuesday.', until });
    expect(await alert(['caf', '--end', ...port()])).toBe(0);
    expect(printed[1]).toBe('caf: no alert is told');
    expect((await itemOf(alertKey)) ?? {}).not.toHaveProperty('fr');
  });

  it('prints every reason for which the centre refuses, with status 1', async () => {
    expect(await alert(['caf', '--text', 'Voyez caf.fr', '--until', '2026-11-24T09:00', ...port()])).toBe(1);
    expect(complained[0]?.split('\n')).toEqual([
      expect.stringMatching(/^text\.fr: no web or e-mail address/),
      'until: later than now',
    ]);
  });

  it.each([
    ['without a text', ['caf', '--until', '2026-11-24T18:00']],
    ['without an end', ['caf', '--text', 'Grève.']],
    ['until no local time', ['caf', '--text', 'Grève.', '--until', '2026-02-30T18:00']],
    ['both published and ended', ['caf', '--text', 'Grève.', '--end']],
    ['in a language that the line does not speak', ['assurance-maladie', ...greve, '--text-en', 'Strike.']],
    ['of no administration', []],
  ])('%s ends with status 2', async (_, parameters) => {
    expect(await alert(parameters)).toBe(2);
    expect(complained.join('\n')).toMatch(/npm run alert|--until|--text-en/);
  });
});

describe('--aws', () => {
  let lambda: Server;
  let asked: { path: string; body: unknown }[];
  let answer: { status: number; headers: Record<string, string>; body: unknown };

  beforeAll(async () => {
    lambda = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        asked.push({ path: decodeURIComponent(request.url ?? ''), body: JSON.parse(body) });
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => lambda.listen(0, '127.0.0.1', resolve));
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${(lambda.address() as AddressInfo).port}`,
    });
  });
  afterAll(() => {
    delete process.env['AWS_ENDPOINT_URL_LAMBDA'];
    lambda.close();
    lambda.closeAllConnections();
  });
  beforeEach(() => {
    asked = [];
    answer = { status: 200, headers: {}, body: { status: 'done' } };
  });
  const off = ['caf', 'allocations', 'offering', 'off', '--aws'];

  it('invokes the function of the deployed line, by its name', async () => {
    expect(await turn(off)).toBe(0);
    expect(asked).toMatchObject([
      {
        path: '/2015-03-31/functions/Rappel-caf-change-line/invocations',
        body: { change: 'switch', queue: 'allocations', what: 'offering', to: 'off', by: expect.stringMatching(/./) },
      },
    ]);
  });

  it('prints why it was refused, or that the function failed or is not there, with status 1', async () => {
    answer.body = { status: 'refused', reasons: ['to: on or off', 'by: who asks'] };
    expect(await turn(off)).toBe(1);
    answer = { status: 200, headers: { 'x-amz-function-error': 'Unhandled' }, body: { errorMessage: 'no ledger' } };
    expect(await turn(off)).toBe(1);
    answer = {
      status: 404,
      headers: { 'x-amzn-errortype': 'ResourceNotFoundException' },
      body: { Message: 'not found' },
    };
    expect(await turn(off)).toBe(1);
    expect(complained).toEqual([
      'to: on or off\nby: who asks',
      expect.stringContaining('Rappel-caf-change-line failed: {"errorMessage":"no ledger"}'),
      expect.stringMatching(/^ResourceNotFoundException: /),
    ]);
  });
});
