import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countKeys, otherKeys, ratioKeys, type Report } from '../../../domain/reporting/report-contract.ts';
import { administrationsIn } from '../../../local/administrations.ts';
import { run } from '../../../local/commands/report.ts';
import { type Laptop, startLaptop } from '../../../local/laptop.ts';
import { type PageServer, servePage } from '../../../local/page/server.ts';
import { readScript } from '../../../local/script.ts';
import { ScriptedCaller } from '../../../local/scripted-caller.ts';
import { cafAssembly } from '../../calls/synthesised.ts';

const day = '2026-11-24';
const { log, error } = console;
let assembly: string;
let directory: string;
let printed: string;
let complained: string[];

beforeAll(async () => {
  assembly = await cafAssembly();
});
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rappel-report-'));
  printed = '';
  complained = [];
  console.log = (text: string) => (printed += `${text}\n`);
  console.error = (line: string) => complained.push(line);
});
afterEach(() => {
  Object.assign(console, { log, error });
  rmSync(directory, { recursive: true, force: true });
});

/** What it prints, with status 0. */
async function reportOf(...parameters: string[]): Promise<Report> {
  expect([await run(['caf', '--json', ...parameters], assembly), ...complained]).toEqual([0]);
  return JSON.parse(printed) as Report;
}

describe('npm run report of the centre that runs', () => {
  let laptop: Laptop;
  let page: PageServer;
  const running = (): string[] => ['--port', String(page.port)];
  beforeAll(async () => {
    laptop = await startLaptop({
      administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
      startMilliseconds: Date.parse('2026-11-24T09:05:00Z'),
      seed: 1,
      assembly,
    });
    page = await servePage(laptop, 0);
    const [line] = laptop.lines;
    line?.staff(0);
    line?.addWaitingCallers(60);
    if (line) call(laptop, line, '+33612345678', '1 2 1 x');
    await laptop.clock.runUntil(laptop.clock.now() + 120_000);
  });
  afterAll(async () => {
    page.stop();
    await laptop.stop();
  });

  it('is of all that happened up to now, and JSON alone on stdout', async () => {
    const { from, metrics } = await reportOf(...running());
    expect({ from, calls: metrics.calls, promises: metrics.promises }).toEqual({ from: day, calls: 1, promises: 1 });
  });

  it('is a short text, or files', async () => {
    expect(await run(['caf', ...running(), '--out', join(directory, 'of-today')], assembly)).toBe(0);
    expect(printed).toMatch(/^CAF, 2026-11-24\n[^]*\nCalls received +1\n/);
    const written = readdirSync(join(directory, 'of-today'));
    expect(written).toEqual(expect.arrayContaining(['report.csv', 'report.en.html', 'report.html', 'report.json']));
    const json = JSON.parse(readFileSync(join(directory, 'of-today', 'report.json'), 'utf8')) as Report;
    expect(json.metrics.calls).toBe(1);
  });

  it('is none of a day to come, nor of a line that does not run there', async () => {
    expect(await run(['caf', '--day', '2026-12-24', ...running()], assembly)).toBe(1);
    expect(await run(['assurance-maladie', ...running()], assembly)).toBe(1);
    expect(complained).toHaveLength(2);
    expect(complained[1]).toBe('Cette ligne n’existe pas.');
  });

  it('opens from the page, as a page that may load nothing', async () => {
    const address = `http://127.0.0.1:${page.port}/caf/reports`;
    const opened = await fetch(`${address}/today`);
    expect(opened.url).toBe(`${address}/${day}/report.html`);
    expect(await opened.text()).toMatch(/^<!doctype html>/i);
    expect(opened.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    const missing = ['2026-11-23/report.html', `${day}/report.exe`, `${day}/..%2freport.html`, day];
    const statuses = await Promise.all(missing.map(async (path) => (await fetch(`${address}/${path}`)).status));
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});

describe('npm run report without a centre', () => {
  it('is of a day without calls: every figure is there, and no share', async () => {
    expect(await run(['caf', '--json', '--day', day, '--port', '9'], assembly)).toBe(0);
    const { metrics, from } = JSON.parse(printed) as Report;
    expect(from).toBe(day);
    expect(Object.keys(metrics).toSorted(byText)).toEqual([...countKeys, ...ratioKeys, ...otherKeys].toSorted(byText));
    expect(countKeys.filter((key) => metrics[key] !== 0)).toEqual([]);
    expect(ratioKeys.filter((key) => metrics[key] !== null)).toEqual([]);
    expect(complained).toEqual(['no centre runs on port 9: this is a day of caf without calls']);
  });

  it('is of the calls of one that was kept, however it ended', async () => {
    const child = spawn(process.execPath, ['test/local/kept-centre.ts', directory, assembly], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    // Whoever waited when it was cut is no complete contact before the next start.
    expect((await reportOf('--keep', directory)).metrics).toMatchObject({ calls: 1, promises: 1 });
    printed = '';
    expect((await reportOf('--keep', directory)).metrics).toMatchObject({ calls: 1, promises: 1 });
    printed = '';
    expect((await reportOf('--keep', directory, '--day', '2026-11-25')).metrics).toMatchObject({ calls: 0 });
  });

  it('is none of a directory that keeps no centre', async () => {
    expect(await run(['caf', '--keep', directory], assembly)).toBe(2);
    expect(complained[0]).toMatch(/keeps no contact centre/);
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('npm run report', () => {
  it.each([
    ['without its words', []],
    ['with too many of them', ['caf', 'hier']],
    ['of no administration', ['atlantis']],
    ['of no day', ['caf', '--day', '2026-02-30']],
    ['at no port', ['caf', '--port', 'x']],
    ['of no directory', ['caf', '--keep', '']],
    ['with an unknown option', ['caf', '--csv']],
  ])('%s ends with status 2 and how it is written', async (_, parameters) => {
    expect(await run(parameters, assembly)).toBe(2);
    expect(complained.join('\n')).toMatch(/npm run report|one of|--day|--port/);
    expect(printed).toBe('');
  });
});

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

function call({ clock }: Laptop, line: Laptop['lines'][number], number: string, press: string): void {
  new ScriptedCaller(line.centre, clock, { number, tokens: readScript(press), answers: ['no'] }).ring();
}
