import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { reportingKeys } from '../../domain/reporting/contract.ts';
import { recordsPrefix } from '../../domain/reporting/prepared-lines.ts';
import { personOf } from '../../domain/reporting/person.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { reportsKey } from '../../lambdas/runtime/secret.ts';
import { administrationsIn } from '../../local/administrations.ts';
import { run as forget } from '../../local/commands/forget.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import type { Line } from '../../local/line.ts';
import { type PageServer, servePage } from '../../local/page/server.ts';
import { readScript } from '../../local/script.ts';
import { ScriptedCaller } from '../../local/scripted-caller.ts';
import { cafAssembly } from '../calls/synthesised.ts';

const number = '+33687654321';
const today = '2026-11-24';
let laptop: Laptop;
let line: Line;
let page: PageServer;
let printed: string[];
let complained: string[];
const { log, error } = console;

beforeAll(async () => {
  laptop = await startLaptop({
    administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
    startMilliseconds: Date.parse(`${today}T09:05:00Z`),
    seed: 1,
    assembly: await cafAssembly(),
  });
  [line] = laptop.lines as [Line];
  page = await servePage(laptop, 0);
  line.staff(0);
  line.addWaitingCallers(60);
});
afterAll(async () => {
  page.stop();
  await laptop.stop();
});
beforeEach(() => {
  printed = [];
  complained = [];
  console.log = (text: string) => printed.push(text);
  console.error = (text: string) => complained.push(text);
});
afterEach(() => Object.assign(console, { log, error }));

const port = (): string[] => ['--port', String(page.port)];
const said = (): string => [...printed, ...complained].join('\n');

/** Rings, and ends the call once these keys are pressed. */
async function ring(press: string): Promise<string> {
  const contactId = new ScriptedCaller(line.centre, laptop.clock, {
    number,
    tokens: readScript(press),
    answers: ['no'],
  }).ring();
  const ended = (): boolean => line.centre.describeContact(contactId)?.disconnectedAt !== undefined;
  await laptop.clock.runWhile(ended, laptop.clock.now() + 600_000);
  return contactId;
}

describe('npm run forget', () => {
  it('forgets a person in the running centre: the promise, the contact’s number, the reports’ lines; and says how much, not of whom', async () => {
    const contactId = await ring('1 2 1 x');
    const environment = line.deployment.functions.find(({ name }) => name.endsWith('forget-person'))!.environment;
    const bucket = environment[reportingKeys.bucket]!;
    const secret = environment[environmentKeys.secret]!;
    const person = personOf(number, today, (year) => reportsKey(secret, year));
    const key = `${recordsPrefix('calls', today)}records.gz`;
    line.objects.put(bucket, key, gzipSync(`${JSON.stringify({ line: 'contact', contactId, person })}\n`));
    expect(line.centre.describeContact(contactId)?.customerNumber).toBe(number);
    expect(line.centre.attributes(contactId)).toMatchObject({ callbackNumber: number });

    expect(await forget(['caf', '06 87 65 43 21', ...port()])).toBe(0);
    expect(printed).toEqual([
      expect.stringMatching(
        /^caf: 1 promise cancelled, \d items of the ledger deleted, \d contacts? without (its|their) number, 1 line of the reports of nobody now$/,
      ),
    ]);
    expect(said()).not.toMatch(/687654321|06 87/);
    expect(line.centre.describeContact(contactId)).not.toHaveProperty('customerNumber');
    expect(Object.values(line.centre.attributes(contactId) ?? {})).not.toContain(number);
    expect(gunzipSync(line.objects.get(bucket, key)!.body).toString()).toBe(
      `${JSON.stringify({ line: 'contact', contactId, person: '' })}\n`,
    );

    expect(await forget(['caf', number, ...port()])).toBe(0);
    expect(printed.at(-1)).toBe('caf: nothing was held of this person');
  });

  it('takes a number in several words, and asks again later of who is on the line', async () => {
    const caller = line.centre.ring(number);
    await laptop.clock.runWhile(() => false, laptop.clock.now() + 1000);
    caller.hangUp();
    expect(await forget(['caf', '06', '87', '65', '43', '21', ...port()])).toBe(0);
  });

  it.each([
    ['without a number', ['caf']],
    ['of no number of a person', ['caf', '0687654321901']],
    ['of a premium number', ['caf', '0899 70 12 34']],
    ['of no administration', ['atlantis', number]],
    ['with an unknown option', ['caf', number, '--hard']],
    ['at no port', ['caf', number, '--port', 'x']],
  ])('%s ends with status 2, kindly, and repeats no number', async (_, parameters) => {
    expect(await forget(parameters)).toBe(2);
    expect(said()).toMatch(/npm run --silent forget|one of|--port/);
    expect(said()).not.toMatch(/0687654321901|0899|687654321/);
    expect(printed).toEqual([]);
  });

  it('ends with status 1 where no centre runs', async () => {
    expect(await forget(['caf', number, '--port', '9'])).toBe(1);
    expect(complained[0]).toMatch(/^no centre runs on port 9/);
  });
});

describe('--aws', () => {
  let lambda: Server;
  let asked: { path: string; body: unknown }[];
  let answers: unknown[];
  const forgotten = { promisesCancelled: 1, ledgerItems: 2, mentions: 0, contacts: 0, reportLines: 0, wishesKept: 1 };

  beforeAll(async () => {
    lambda = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        asked.push({ path: decodeURIComponent(request.url ?? ''), body: JSON.parse(body) });
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers.shift()));
      });
    });
    await new Promise<void>((resolve) => lambda.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(lambda.address() as AddressInfo).port}`;
    const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
    Object.assign(process.env, { ...credentials, AWS_ENDPOINT_URL_LAMBDA: endpoint });
  });
  afterAll(() => {
    delete process.env['AWS_ENDPOINT_URL_LAMBDA'];
    lambda.close();
    lambda.closeAllConnections();
  });
  beforeEach(() => {
    asked = [];
  });

  it('invokes the deployed function until nothing is left, and adds up what was forgotten', async () => {
    const continuation = { step: 'ledger', after: 'SLOT#1' };
    const nothing = Object.fromEntries(Object.keys(forgotten).map((name) => [name, 0]));
    answers = [
      { status: 'more', continuation, forgotten },
      { status: 'done', forgotten: { ...nothing, reportLines: 3 } },
    ];
    expect(await forget(['caf', '0687654321', '--aws'])).toBe(0);
    const path = '/2015-03-31/functions/Rappel-caf-forget-person/invocations';
    const by = expect.stringMatching(/./) as string;
    expect(asked).toEqual([
      { path, body: { number, by } },
      { path, body: { number, by, continuation } },
    ]);
    expect(printed).toEqual([
      'caf: 1 promise cancelled, 2 items of the ledger deleted, 3 lines of the reports of nobody now; kept is the wish not to be written to, or called by a machine (1)',
    ]);
  });

  it('ends with status 1 where that person is on the line, or the function refuses', async () => {
    answers = [{ status: 'underWay', forgotten }];
    expect(await forget(['caf', number, '--aws'])).toBe(1);
    expect(complained).toEqual([expect.stringContaining('ask again once that call is over')]);
    answers = [{ status: 'refused', reasons: ['by: who asks'] }];
    expect(await forget(['caf', number, '--aws'])).toBe(1);
    expect(complained.at(-1)).toBe('by: who asks');
  });
});
