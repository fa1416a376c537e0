import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject } from '../../flow-language/flow-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'rappel-test-cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The example of the documentation, some of its text replaced. */
function example(replaced = '', by = ''): string {
  const [, json = ''] = /```json\n(.*?)```/s.exec(readFileSync('docs/test-cases.md', 'utf8')) ?? [];
  const file = join(folder, 'example.json');
  writeFileSync(file, json.replace(replaced, by));
  return file;
}

function run(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/rappel.ts', 'test-case', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  return { status, stdout, stderr };
}

describe('npm run test-case', () => {
  it('runs the example of the documentation, and tells what was heard and observed', () => {
    const { status, stdout } = run(example(), '--at', '2026-11-24T10:05');
    expect(stdout).toMatch(/« Bonjour, ici la Caisse d'allocations familiales\./);
    expect(stdout).toMatch(/✓ closed\n.*\nPASSED: 3 of 3 observations\n$/);
    expect(status).toBe(0);
  });

  it('ends with 1 where it fails, and says in the words of the API what came of it', () => {
    const { status, stdout } = run(
      example('test-never-open', 'test-always-open'),
      '--at',
      '2026-11-24T10:05',
      '--json',
    );
    const summary: unknown = JSON.parse(stdout);
    expect(summary).toMatchObject({
      Status: 'FAILED',
      ObservationSummary: { TotalObservations: 3, ObservationsPassed: 2, ObservationsFailed: 1 },
      StartTime: '2026-11-24T10:05:00.000+01:00',
    });
    const records = isObject(summary) ? summary.ExecutionRecords : undefined;
    expect(records).toContainEqual({
      ObservationId: 'closed',
      Status: 'FAILED',
      Timestamp: null,
      Record: expect.stringContaining('heard instead: '),
    });
    expect(status).toBe(1);
  });

  it('ends with 1 where the file is refused, one line a problem', () => {
    const { status, stderr } = run(example('"Inclusion"', '"Contains"'));
    expect([status, stderr]).toEqual([
      1,
      'Observations[1].Event.Properties.MatchingCriteria.Type: "Similarity" or "Inclusion"\n',
    ]);
    writeFileSync(join(folder, 'text.json'), 'no JSON');
    expect(run(join(folder, 'text.json'))).toMatchObject({ status: 1, stderr: expect.stringContaining('not JSON') });
  });

  it.each([
    [[join(folder, 'absent.json')], 'ENOENT'],
    [['--administration', 'carsat'], 'no administration "carsat"'],
    [['--at', 'noon'], '--at "noon"'],
    [['--quickly'], "Unknown option '--quickly'"],
    [['one.json', 'two.json'], 'npm run test-case -- [file]'],
  ])('ends with 2 for %j', (parameters, complaint) => {
    expect(run(...parameters)).toMatchObject({ status: 2, stderr: expect.stringContaining(complaint) });
  });
});
