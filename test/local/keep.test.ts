import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrationsIn } from '../../local/administrations.ts';
import { openKeptDirectory } from '../../local/keep/kept-directory.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import { cafAssembly } from '../calls/synthesised.ts';

let directory: string;
let assembly: string;
let laptop: Laptop | undefined;
beforeAll(async () => {
  assembly = await cafAssembly();
});
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rappel-keep-'));
});
afterEach(async () => {
  await laptop?.stop();
  laptop = undefined;
  rmSync(directory, { recursive: true, force: true });
});

async function start(startMilliseconds = Date.parse('2026-11-24T09:05:00Z')): Promise<Laptop> {
  laptop = await startLaptop({
    administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
    startMilliseconds,
    seed: 2,
    assembly,
    keep: openKeptDirectory(directory),
  });
  return laptop;
}
async function end(): Promise<void> {
  await laptop?.stop();
  laptop = undefined;
}

interface Said {
  booking: string;
  waiting: string;
  nowMilliseconds: number;
}

/** A centre in which an hour was booked and somebody waits in the queue, ended by that signal. */
async function cutCentre(signal: NodeJS.Signals): Promise<Said> {
  const child = spawn(process.execPath, ['test/local/kept-centre.ts', directory, assembly], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill(signal);
  await once(child, 'exit');
  return JSON.parse(said.toString()) as Said;
}

describe('a centre that is killed and started again', () => {
  it('keeps the promise, the SMS and the clock, and has disconnected whoever was on the line', async () => {
    const { booking, waiting, nowMilliseconds } = await cutCentre('SIGKILL');
    const { clock, lines } = await start();
    const [line] = lines;
    if (line === undefined) throw new Error('no line');
    expect(clock.now()).toBe(nowMilliseconds);
    expect(line.sms.sent.map(({ to }) => to)).toEqual(['+33612345678']);
    expect(line.centre.describeContact(booking)?.disconnectReason).toBe('CUSTOMER_DISCONNECT');
    expect(line.centre.describeContact(waiting)).toMatchObject({
      disconnectReason: 'TELECOM_PROBLEM',
      disconnectedAt: new Date(nowMilliseconds),
    });

    line.staff(2);
    const outcomes: string[] = [];
    line.onEvent((event) => {
      if (event.kind === 'ended') outcomes.push(event.outcome);
    });
    line.centre.onInputAsked((contactId, { promptSeconds }) => {
      clock.at(clock.now() + promptSeconds * 1000, () => telephones.get(contactId)?.press('1'));
    });
    const telephones = new Map<string, ReturnType<typeof line.centre.ring>>();
    line.centre.onOutboundCall((call) => {
      expect(call.to).toBe('+33612345678');
      telephones.set(call.contactId, call.answer('caller'));
    });
    await clock.runWhile(() => outcomes.length > 0, clock.now() + 6 * 3_600_000);
    expect(outcomes).toEqual(['served']);
  });

  it('starts at the hour of the day where that is later than its clock, which never goes back', async () => {
    const { clock } = await start(Date.parse('2026-11-24T10:00:00Z'));
    await clock.runUntil(Date.parse('2026-11-24T10:30:00Z'));
    await end();
    expect((await start(Date.parse('2026-11-24T08:00:00Z'))).clock.now()).toBe(Date.parse('2026-11-24T10:30:00Z'));
    await end();
    expect((await start(Date.parse('2026-11-25T08:00:00Z'))).clock.now()).toBe(Date.parse('2026-11-25T08:00:00Z'));
  });

  it('opens although the last line was being written', async () => {
    await cutCentre('SIGTERM');
    appendFileSync(join(directory, 'caf.jsonl'), '{"kind":"sms","messa');
    expect((await start()).lines[0]?.sms.sent).toHaveLength(1);
    expect(readFileSync(join(directory, 'caf.jsonl'), 'utf8')).not.toContain('"messa\n');
  });
});

describe('a directory that cannot be kept in', () => {
  it('is one that holds something else', async () => {
    writeFileSync(join(directory, 'letter.txt'), 'x');
    await expect(start()).rejects.toThrow(/holds something else than a kept contact centre/);
  });

  it('is a file, or one in a directory that is not there', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    expect(() => openKeptDirectory(file)).toThrow(/is a file/);
    expect(() => openKeptDirectory(join(directory, 'absent', 'kept'))).toThrow(/there is no directory/);
  });

  it('was kept by a newer version', async () => {
    writeFileSync(join(directory, 'rappel-keep.json'), '{"keptBy":"rappel","format":2}');
    await expect(start()).rejects.toThrow(/was kept by a newer Rappel \(format 2; this one reads up to 1\)/);
  });

  it('is damaged: its mark, its clock, a line or the ledger', async () => {
    writeFileSync(join(directory, 'rappel-keep.json'), '{"keptBy":"rap');
    await expect(start()).rejects.toThrow(/rappel-keep.json is damaged/);
    writeFileSync(join(directory, 'rappel-keep.json'), '{"keptBy":"rappel","format":1}');
    writeFileSync(join(directory, 'clock.json'), '{}');
    await expect(start()).rejects.toThrow(/clock.json is damaged/);
    writeFileSync(join(directory, 'clock.json'), '{"nowMilliseconds":1764000000000}');
    writeFileSync(join(directory, 'caf.jsonl'), '{"kind":"sms"}\n');
    await expect(start()).rejects.toThrow(/caf.jsonl:1 is damaged/);
    writeFileSync(join(directory, 'caf.jsonl'), '');
    writeFileSync(join(directory, 'ledger', 'CURRENT'), 'nothing');
    await expect(start()).rejects.toThrow(/ledger is damaged/);
  });

  it('is open in another centre', async () => {
    await start();
    await expect(
      startLaptop({ administrations: [], startMilliseconds: 0, seed: 1, assembly, keep: openKeptDirectory(directory) }),
    ).rejects.toThrow(/is in use: another npm start has it open/);
  });
});
