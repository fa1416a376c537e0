import { parseArgs } from 'node:util';
import { UsageFault } from './call-options.ts';
import { isWallTime } from './wall-time.ts';

export const testCaseUsage =
  'npm run test-case -- [file] [--administration caf] [--at 2026-11-24T10:05] [--json]; without a file, those of the stack';

export interface TestCaseOptions {
  /** Absent: the test cases that the stack deploys. */
  file: string | undefined;
  administration: string;
  /** Local wall time; absent means now. */
  at: string | undefined;
  json: boolean;
}

/** @throws UsageFault */
export function readTestCaseOptions(parameters: string[]): TestCaseOptions {
  const { values, positionals } = parse(parameters);
  const [file, ...others] = positionals;
  if (others.length > 0) throw new UsageFault(testCaseUsage);
  const { at } = values;
  if (at !== undefined && !isWallTime(at)) throw new UsageFault(`--at "${at}": a local time such as 2026-11-24T10:05`);
  return { file, administration: values.administration, at, json: values.json };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        administration: { type: 'string', default: 'caf' },
        at: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (fault) {
    throw new UsageFault(`${testCaseUsage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
