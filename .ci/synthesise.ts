// Synthesises every administration twice with validation as errors: no finding of any class is left, and the bytes are the same.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

function synthesise(output: string): Map<string, string> {
  rmSync(output, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync('npx', ['cdk', 'synth', '--quiet', '--output', output], {
    encoding: 'utf8',
    env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_VALIDATION: 'true' },
  });
  if (status !== 0) throw new Error(`cdk synth exited with ${status}\n${stdout}${stderr}`);
  const said = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => /warning/i.test(line) && !/ExperimentalWarning/.test(line));
  if (said.length > 0) throw new Error(`cdk synth warned:\n${said.join('\n')}`);
  const templates = globSync('*.template.json', { cwd: output }).toSorted();
  return new Map(templates.map((file) => [file, readFileSync(join(output, file), 'utf8')]));
}

function findings(output: string): string[] {
  const reports = globSync('validation-report.json', { cwd: output });
  return reports.flatMap((file) => {
    const report = JSON.parse(readFileSync(join(output, file), 'utf8')) as {
      pluginReports?: { violations?: { ruleName?: string; description?: string }[] }[];
    };
    return (report.pluginReports ?? []).flatMap(({ violations }) =>
      (violations ?? []).map(({ ruleName, description }) => `${ruleName}: ${description}`),
    );
  });
}

const first = synthesise('.rappel/synthesis-1');
const second = synthesise('.rappel/synthesis-2');
const faults = findings('.rappel/synthesis-1');
for (const [file, text] of first) if (second.get(file) !== text) faults.push(`${file} differs between two runs`);
if (first.size === 0) faults.push('no template was synthesised');
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
