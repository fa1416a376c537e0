import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '../../domain/administration/local-time.ts';
import { administrationsIn } from '../../local/administrations.ts';
import type { CallEvent } from '../../local/call-event.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import { deployedTestCases } from '../../local/test-case/deployed-test-cases.ts';
import type { TestCase } from '../../local/test-case/read-test-case.ts';
import { failuresOf, runTestCase } from '../../local/test-case/run-test-case.ts';
import { readLedger } from '../calls/ledger.ts';
import { assemblyOf, shippedFolder } from '../calls/synthesised.ts';

const administrations = administrationsIn(shippedFolder);
const at = (hour: number, minute: number): number =>
  instantOf('2026-11-24', hour * 60 + minute, 'Europe/Paris').getTime();

interface TemplateResource {
  Type: string;
  Properties: Record<string, unknown>;
}

/** Runs them one after the other; the failures of each, under its name. */
async function failures(testCases: TestCase[], { lines: [line], clock }: Laptop): Promise<Record<string, string[]>> {
  if (line === undefined) throw new Error('no line');
  const found: Record<string, string[]> = {};
  for (const testCase of testCases) {
    const failed = failuresOf(await runTestCase(testCase, { line, clock }));
    if (failed.length > 0) found[testCase.name ?? ''] = failed;
  }
  return found;
}

describe.each(administrations)('the test cases that $id deploys', (administration) => {
  const stackName = `Rappel-${administration.id}`;
  const events: CallEvent[] = [];
  let assembly: string;
  let testCases: TestCase[];
  let laptop: Laptop;

  beforeAll(async () => {
    assembly = await assemblyOf(administration.id);
    testCases = deployedTestCases(assembly, stackName);
    laptop = await startLaptop({ administrations: [administration], startMilliseconds: at(8, 20), seed: 1, assembly });
    const [line] = laptop.lines;
    line?.onEvent((event) => events.push(event));
  });
  afterAll(() => laptop.stop());

  it('pass before the line opens, when nobody is there', async () => {
    expect(testCases.length).toBeGreaterThanOrEqual(8);
    expect(await failures(testCases, laptop)).toEqual({});
  });

  it('pass while the line is open, and agents would answer at once', async () => {
    await laptop.clock.runUntil(at(9, 5));
    laptop.lines[0]?.staff(20);
    expect(await failures(testCases, laptop)).toEqual({});
  });

  it('leave no trace: nobody rung, no promise, no SMS', async () => {
    const traces = events.filter(({ kind }) => ['answered', 'ringing', 'sms', 'survey'].includes(kind));
    const queued = events.filter((event) => event.kind === 'state' && event.to === 'queued');
    expect([...traces, ...queued]).toEqual([]);
    const { bookings, seats, smsClaims } = await readLedger(laptop);
    expect([bookings, seats, smsClaims]).toEqual([[], [], []]);
  });

  it('are saved and not published, on the flow of the line, each with another name', () => {
    const template = JSON.parse(readFileSync(join(assembly, `${stackName}.template.json`), 'utf8')) as {
      Resources: Record<string, TemplateResource>;
    };
    const deployed = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Connect::TestCase');
    expect(new Set(deployed.map(({ Properties }) => Properties['Status']))).toEqual(new Set(['SAVED']));
    expect(new Set(testCases.map(({ name }) => name)).size).toBe(deployed.length);
    const [line] = laptop.lines;
    const entry = line?.deployment.flows.find(({ arn }) => arn === line.deployment.entryFlowArn);
    expect(new Set(testCases.map(({ flow }) => flow))).toEqual(new Set([entry?.id]));
  });
});

describe('a test case of the CAF', () => {
  it('fails on a line that no longer does what it says', async () => {
    const assembly = await assemblyOf('caf');
    const [openLine] = deployedTestCases(assembly, 'Rappel-caf').filter(({ name }) => name === 'open-line');
    const laptop = await startLaptop({
      administrations: administrations.filter(({ id }) => id === 'caf'),
      startMilliseconds: at(10, 0),
      seed: 1,
      assembly,
    });
    try {
      laptop.lines[0]?.centre.faults.vanish('queue', 'allocations');
      if (openLine === undefined) throw new Error('no such test case');
      expect(await failures([openLine], laptop)).toEqual({
        'open-line': [
          expect.stringMatching(
            /^"queue" was not observed .*: TransferContactToQueue \(allocations\); started instead: /,
          ),
        ],
      });
    } finally {
      await laptop.stop();
    }
  });
});
