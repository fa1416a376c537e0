import { parseArgs } from 'node:util';
import { askAccount } from '../doctor/ask-account.ts';
import { NoAccount } from '../doctor/asking.ts';
import { checkLine } from '../doctor/check-line.ts';
import { isWell, type Finding } from '../doctor/findings.ts';
import { UsageFault } from './call-options.ts';
import { administrationNamed, Refusal, statusOf } from './line-change.ts';

const usage = 'npm run doctor -- <administration> [--json]';

/**
 * `npm run doctor`: looks at the account of a line, before and after its deployment, by calls that change nothing.
 * Status 0: all is well; 1: something is to be mended, or could not be looked at; 2: the command line was wrong.
 */
export const run = (parameters: string[]): Promise<number> =>
  statusOf(async () => {
    const { id, json } = readAsked(parameters);
    const line = administrationNamed(id);
    const answers = await askAccount(line).catch((fault: unknown) => {
      throw fault instanceof NoAccount ? new Refusal(fault.message) : fault;
    });
    const findings = checkLine(line, answers, new Date());
    console.log(json ? JSON.stringify(findings, undefined, 2) : told(findings));
    return isWell(findings) ? 0 : 1;
  });

const checkWidth = 20;

/** One line a finding; below it, how to mend it. */
export const told = (findings: readonly Finding[]): string =>
  findings
    .flatMap(({ check, verdict, found, mend }) => {
      const word = verdict === 'mend' ? 'MEND' : verdict;
      const line = `${word.padEnd(8)}${check.padEnd(checkWidth)}${found}`;
      return mend === undefined ? [line] : [line, `${' '.repeat(8 + checkWidth)}-> ${mend}`];
    })
    .join('\n');

function readAsked(parameters: string[]): { id: string; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) throw new Error('name one administration');
    return { id, json: values.json };
  } catch (fault) {
    throw new UsageFault(`${usage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
