import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFlow, flowToCheck } from '../../flow-language/check/check-flow.ts';
import type { Finding } from '../../flow-language/check/finding.ts';
import { readExport } from '../../flow-language/read-export.ts';
import { FlowRefused } from '../../flow-language/read-flow.ts';
import { UsageFault } from './call-options.ts';

/**
 * `npm run flow -- check <file…> [--json]`: what Connect would refuse, and what would surprise a caller. Status 0: it would be published;
 * 1: it would not, or a file is no flow; 2: the command line was wrong.
 */
export async function run(parameters: string[]): Promise<number> {
  const { files, json } = options(parameters);
  let refused = false;
  for (const file of files) {
    const findings = findingsIn(file);
    refused ||= findings.some(({ severity }) => severity === 'error');
    console.log(json ? findings.map((finding) => JSON.stringify(finding)).join('\n') : asText(file, findings));
  }
  return Promise.resolve(refused ? 1 : 0);
}

function options(parameters: string[]): { files: string[]; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new UsageFault('npm run flow -- check <file…> [--json]');
    return { files: positionals, json: values.json };
  } catch (fault) {
    throw fault instanceof UsageFault ? fault : new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
}

function findingsIn(file: string): Finding[] {
  try {
    const name = basename(file, extname(file));
    return readExport(textOf(file), { name }).flatMap((flow) =>
      checkFlow(flowToCheck(flow.content, flow.name, flow.type)),
    );
  } catch (fault) {
    if (!(fault instanceof FlowRefused)) throw fault;
    return fault.problems.map((what) => ({
      flow: file,
      action: null,
      rule: 'document',
      severity: 'error',
      what,
      why: 'A flow is a JSON document of the flow language, version 2019-10-30.',
      mend: 'Export the flow again from the flow designer, or read it with DescribeContactFlow.',
    }));
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    throw new UsageFault(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/** By rule, so that why and how are read once. */
function asText(file: string, findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const advice = findings.length - errors;
  const verdict = errors > 0 ? 'Connect would refuse it' : 'Connect would publish it';
  const byRule = Object.entries(Object.groupBy(findings, ({ rule }) => rule));
  return [
    `${file}: ${verdict} (${counted(errors, 'error')}, ${counted(advice, 'piece')} of advice)`,
    ...byRule.flatMap(([rule, found = []]) => [
      ``,
      `  ${found[0]?.severity ?? ''}: ${rule}`,
      ...found.map(({ flow, action, what }) => `    ${action === null ? flow : `${flow}, ${action}`}: ${what}`),
      `    Why: ${found[0]?.why ?? ''}`,
      `    How: ${found[0]?.mend ?? ''}`,
    ]),
    '',
  ].join('\n');
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
