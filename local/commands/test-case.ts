import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoWithOffset } from '../../domain/administration/local-time.ts';
import { ConfigurationFault } from '../administrations.ts';
import { SynthesisError, synthesise } from '../assembly/synthesise.ts';
import { callText } from '../call-text.ts';
import { type Laptop, startLaptop } from '../laptop.ts';
import { deployedTestCases } from '../test-case/deployed-test-cases.ts';
import { executionSummary } from '../test-case/execution-summary.ts';
import { readTestCase, type TestCase, TestCaseRefused } from '../test-case/read-test-case.ts';
import { failuresOf, runTestCase } from '../test-case/run-test-case.ts';
import { UsageFault } from './call-options.ts';
import { administrationNamed } from './line-change.ts';
import { readTestCaseOptions, type TestCaseOptions, testCaseUsage } from './test-case-options.ts';
import { wallInstant } from './wall-time.ts';

/** `npm run test-case`. Status 0: every test case passed; 1: one failed, or cannot be run; 2: the command line was wrong. */
export async function run(parameters: string[]): Promise<number> {
  try {
    const options = readTestCaseOptions(parameters);
    const administration = administrationNamed(options.administration);
    const given = options.file === undefined ? undefined : readTestCase(documentOf(options.file));
    const assembly = mkdtempSync(join(tmpdir(), 'rappel-'));
    try {
      await synthesise({ outDirectory: assembly, only: administration.id });
      const testCases = given ? [given] : deployedTestCases(assembly, `Rappel-${administration.id}`);
      const startMilliseconds =
        options.at === undefined ? Date.now() : wallInstant(options.at, administration.timeZone);
      const laptop = await startLaptop({ administrations: [administration], startMilliseconds, seed: 1, assembly });
      try {
        return await runAll(testCases, laptop, options);
      } finally {
        await laptop.stop();
      }
    } finally {
      rmSync(assembly, { recursive: true, force: true });
    }
  } catch (fault) {
    if (fault instanceof SynthesisError) return fault.exitCode;
    const isRefusal = fault instanceof TestCaseRefused || fault instanceof ConfigurationFault;
    if (!isRefusal && !(fault instanceof UsageFault)) throw fault;
    console.error(fault.message);
    return fault instanceof UsageFault ? 2 : 1;
  }
}

/** @throws UsageFault where there is no such file, TestCaseRefused where it is not JSON */
function documentOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    throw new UsageFault(`${testCaseUsage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new TestCaseRefused(`${file}: not JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

async function runAll(testCases: TestCase[], laptop: Laptop, { json }: TestCaseOptions): Promise<number> {
  const [line] = laptop.lines;
  if (line === undefined) throw new Error('no line was started');
  const { clock } = laptop;
  const { timeZone } = line.administration;
  line.staff(0);
  if (!json) {
    line.onEvent((event) => {
      const text = callText(event);
      if (text !== undefined) console.log(text);
    });
  }
  const observed = (identifier: string): void => {
    const time = isoWithOffset(new Date(clock.now()), timeZone).slice(11, 19);
    if (!json) console.log(`${time}  ✓ ${identifier}`);
  };
  let allPassed = true;
  for (const testCase of testCases) {
    if (!json) console.log(`\n${testCase.name ?? 'test case'}`);
    const execution = await runTestCase(testCase, { line, clock, observed });
    const summary = executionSummary(testCase.name, execution, timeZone);
    const { ObservationsPassed, TotalObservations } = summary.ObservationSummary;
    allPassed &&= summary.Status === 'PASSED';
    if (json) console.log(JSON.stringify(summary));
    else {
      for (const failure of failuresOf(execution)) console.log(`          ✗ ${failure}`);
      console.log(`${summary.Status}: ${ObservationsPassed} of ${TotalObservations} observations`);
    }
  }
  return allPassed ? 0 : 1;
}
