// The gates of `npm run check`: each is a command that must exit 0, run one after the other; all are run, whatever fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const gates: { name: string; command: string; environment?: Record<string, string> }[] = [
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'lint', command: 'oxlint --type-aware --deny-warnings' },
  { name: 'format', command: 'oxfmt --check' },
  { name: 'dead code', command: 'knip' },
  {
    name: 'architecture',
    command: 'node --experimental-vm-modules node_modules/jest/bin/jest.js test/architecture.test.ts',
  },
  {
    name: 'synthesis of every administration, validation and cdk-nag as errors, no warning',
    command: 'node .ci/synthesise.ts',
  },
];

mkdirSync('.rappel', { recursive: true });
const results = gates.map(({ name, command, environment }) => {
  const { status, stdout, stderr } = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...environment },
  });
  const passed = status === 0;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}`);
  if (!passed) console.log(`${stdout}${stderr}`);
  return { name, passed };
});
rmSync('.rappel/checks.json', { force: true });
writeFileSync('.rappel/checks.json', JSON.stringify(results));
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
