import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesise, SynthesisError } from '../assembly/synthesise.ts';
import { administrationNamed, statusOf } from './line-change.ts';
import { readDifferences, type Difference } from '../change/differences.ts';
import { lossesOf } from '../change/losses.ts';
import { UsageFault } from './call-options.ts';

const usage = 'npm run diff-gate -- <administration> [--template deployed.json] [--accept LOGICALID]…';

interface Asked {
  id: string;
  /** Path of the template that is deployed; without it, the CDK asks the account. */
  template: string | undefined;
  /** Logical ids of what may be lost. */
  accepted: string[];
}

/** `npm run diff-gate`: refuses a deployment that would lose what callers were promised. Status 0: nothing is lost; 1: it is refused; 2: the command line was wrong. */
export const run = (parameters: string[]): Promise<number> =>
  statusOf(async () => {
    const asked = readAsked(parameters);
    const outDirectory = mkdtempSync(join(tmpdir(), 'rappel-diff-'));
    try {
      await synthesise({ only: asked.id, outDirectory });
      return gate(asked, outDirectory);
    } catch (fault) {
      if (fault instanceof SynthesisError) return fault.exitCode;
      throw fault;
    } finally {
      rmSync(outDirectory, { recursive: true, force: true });
    }
  });

/** @param assembly the directory of what is to be deployed */
export function gate({ id, template, accepted }: Asked, assembly: string): number {
  const stack = `Rappel-${id}`;
  const answer = differences(stack, assembly, template);
  if (typeof answer === 'string') {
    console.error(`cdk diff of ${stack} failed, so that nothing is known:\n${answer}`);
    return 1;
  }
  const losses = lossesOf(answer);
  const unknown = accepted.filter((logicalId) => !losses.some((loss) => loss.logicalId === logicalId));
  const refused = losses.filter(({ logicalId }) => !accepted.includes(logicalId));
  for (const { logicalId, told } of losses)
    console.log(`${accepted.includes(logicalId) ? 'accepted' : 'REFUSED'}  ${told}`);
  for (const logicalId of unknown) console.log(`--accept ${logicalId}: nothing is lost with it`);
  console.log(summary(stack, answer, refused.length));
  return refused.length === 0 ? 0 : 1;
}

function summary(stack: string, all: readonly Difference[], refused: number): string {
  if (all.length === 0) return `${stack}: no resource changes`;
  const counts = (['added', 'changed', 'removed'] as const).map(
    (change) => `${all.filter((each) => each.change === change).length} ${change}`,
  );
  const verdict =
    refused === 0 ? 'nothing that is kept is lost' : `do not deploy: ${refused} would lose what they keep`;
  return `${stack}: resources ${counts.join(', ')}; ${verdict}`;
}

/** The differences, or what the CDK said where it could not tell them. Templates are compared: nothing is created in the account. */
function differences(stack: string, assembly: string, template: string | undefined): Difference[] | string {
  const against = template === undefined ? ['--method', 'template'] : ['--template', template];
  const { stdout, stderr, error } = spawnSync(
    'npx',
    ['cdk', 'diff', stack, '--app', assembly, ...against, '--no-color', '--no-notices', '--fail-on', 'never', '--ci'],
    { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' } },
  );
  if (error) return error.message;
  return readDifferences(stdout) ?? `${stdout}${stderr}`.trim();
}

function readAsked(parameters: string[]): Asked {
  const { values, positionals } = parse(parameters);
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageFault(usage);
  const { template, accept } = values;
  if (template !== undefined && !existsSync(template)) throw new UsageFault(`--template "${template}": no such file`);
  return { id: administrationNamed(id).id, template, accepted: accept };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { template: { type: 'string' }, accept: { type: 'string', multiple: true, default: [] } },
    });
  } catch (fault) {
    throw new UsageFault(`${usage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
