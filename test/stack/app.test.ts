import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'rappel-app-'));
const outputs = ['first', 'second'].map((name) => join(folder, name));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(environment: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['bin/app.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], CDK_VALIDATION: 'false', NODE_NO_WARNINGS: '1', ...environment },
  });
}

describe('the app', () => {
  it('says every fault of every file, one a line, and synthesises nothing', () => {
    const caf = readFileSync(join(root, 'administrations/caf.yaml'), 'utf8');
    writeFileSync(join(folder, 'one.yaml'), `${caf}\nunheard: of\n`);
    writeFileSync(join(folder, 'two.yaml'), caf);
    const { status, stderr } = run({ RAPPEL_ADMINISTRATIONS: folder, CDK_OUTDIR: join(folder, 'none') });
    expect(status).toBe(1);
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toMatch(/one\.yaml:\d+:\d+ unheard/);
    expect(lines.slice(1).every((line) => line.startsWith(`${folder}/two.yaml:`))).toBe(true);
  });

  it('refuses an administration that has no file', () => {
    const { status, stderr } = run({ RAPPEL_ONLY: 'atlantis', CDK_OUTDIR: join(folder, 'none') });
    expect(status).toBe(1);
    expect(stderr).toContain('no administration atlantis');
  });

  it('writes the same bytes twice, of the one administration asked for, without credentials', () => {
    const runs = outputs.map((output) => run({ RAPPEL_ONLY: 'caf', CDK_OUTDIR: output }));
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    for (const file of ['Rappel-caf.template.json', 'Rappel-caf.assets.json', 'manifest.json']) {
      const [first, second] = outputs.map((output) => readFileSync(join(output, file), 'utf8'));
      expect(second).toBe(first);
    }
    const manifest: { artifacts: Record<string, unknown> } = JSON.parse(
      readFileSync(join(outputs[0] ?? '', 'manifest.json'), 'utf8'),
    );
    expect(Object.keys(manifest.artifacts).filter((name) => name.startsWith('Rappel'))).toEqual([
      'Rappel-caf.assets',
      'Rappel-caf',
    ]);
  });
});
