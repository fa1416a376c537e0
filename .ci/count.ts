// Counts one for each test and each check; a skipped test is a failed one, unless it needs an endpoint or files that a variable names.
import { existsSync, readFileSync } from 'node:fs';

interface Assertion {
  fullName: string;
  status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo';
}
interface TestReport {
  testResults: { name: string; status: 'passed' | 'failed'; assertionResults: Assertion[] }[];
}

/** A test that says so in its name may be skipped where the variable is not set. */
const excusable = /\(needs ([A-Z_]+)\)/;

const read = (file: string): unknown =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;

const tests = read('.rappel/tests.json') as TestReport | undefined;
const checks = read('.rappel/checks.json') as { name: string; passed: boolean }[] | undefined;
const lines: { name: string; passed: boolean }[] = [...(checks ?? [{ name: 'the checks did not run', passed: false }])];
if (tests === undefined) lines.push({ name: 'the tests did not run', passed: false });

for (const { name: file, status, assertionResults } of tests?.testResults ?? []) {
  if (assertionResults.length === 0 && status === 'failed') lines.push({ name: `${file} did not run`, passed: false });
  for (const { fullName, status: outcome } of assertionResults) {
    const needed = excusable.exec(fullName)?.[1];
    if (outcome !== 'passed' && outcome !== 'failed' && needed !== undefined && process.env[needed] === undefined) {
      console.log(`not run, ${needed} is not set: ${fullName}`);
    } else lines.push({ name: fullName, passed: outcome === 'passed' });
  }
}
const failed = lines.filter(({ passed }) => !passed);
for (const { name } of failed) console.log(`failed: ${name}`);
console.log(`${lines.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
