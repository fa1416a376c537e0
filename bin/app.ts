// The CDK app: one stack for each file of `administrations/`. `cdk` runs it, and so does the local contact centre.
import type { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import type { Administration } from '../domain/administration/administration.ts';
import { formatFault } from '../domain/administration/faults.ts';
import { ownNumbersOf } from '../domain/administration/line-rules.ts';
import { readAdministrations } from '../domain/administration/read-administrations.ts';
import { bundleLambdas } from '../lib/bundles.ts';

const root = join(import.meta.dirname, '..');
const folder = process.env['RAPPEL_ADMINISTRATIONS'] ?? 'administrations';
const largestTemplateBytes = 1_000_000;
const validated = process.env['CDK_VALIDATION'] !== 'false';

/** All administrations; undefined where a file is faulty, once every fault of every file is on stderr. */
function read(): Administration[] | undefined {
  const paths = globSync(join(folder, '*.yaml'), { cwd: root }).toSorted();
  const files = paths.map((path) => ({ path, text: readFileSync(resolve(root, path), 'utf8') }));
  const { administrations, faults } = readAdministrations(files);
  for (const fault of faults) console.error(formatFault(fault));
  if (paths.length === 0) console.error(`no administration in ${folder}`);
  return faults.length > 0 || paths.length === 0 ? undefined : administrations;
}

/** The app with the context of cdk.json, whoever starts it: the laptop runs the template that would be deployed. */
async function createApp(): Promise<App> {
  const output = process.env['CDK_OUTDIR'];
  // The CDK prints a report that an earlier run left here as if it were this one's.
  if (output !== undefined) rmSync(join(output, 'validation-report.json'), { force: true });
  const { context }: { context: Record<string, unknown> } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const cdk = await import('aws-cdk-lib');
  const app = new cdk.App({ context, analyticsReporting: false, treeMetadata: validated });
  if (validated) {
    const { AwsSolutionsChecks, ServerlessChecks } = await import('cdk-nag');
    cdk.Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  }
  return app;
}

async function synthesise(administrations: Administration[]): Promise<void> {
  // The CDK is megabytes of JavaScript: compiled once, it loads sooner from then on.
  enableCompileCache(join(root, '.rappel', 'compile-cache'));
  // The functions are bundled while the CDK loads: each takes about half a second.
  const [bundles, app, { AdministrationStack }] = await Promise.all([
    bundleLambdas(),
    createApp(),
    import('../lib/administration-stack.ts'),
  ]);
  // `RAPPEL_ONLY=caf`, or `-c only=caf`: that stack alone. The files of all are checked all the same.
  const only: unknown = process.env['RAPPEL_ONLY'] ?? app.node.tryGetContext('only');
  const chosen = administrations.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0) {
    console.error(`no administration ${String(only)} in ${folder}`);
    process.exitCode = 1;
    return;
  }
  const ownNumbers = ownNumbersOf(administrations);
  chosen.forEach((administration) => new AdministrationStack(app, { administration, ownNumbers, bundles }));
  refuseTooLarge(app.synth());
}

/** CloudFormation takes a template of one megabyte at most: better said here than halfway into a deployment. */
function refuseTooLarge({ stacks }: CloudAssembly): void {
  for (const { stackName, templateFullPath } of stacks) {
    const { size } = statSync(templateFullPath);
    if (size <= largestTemplateBytes) continue;
    console.error(
      `${stackName}: its template has ${size} bytes where CloudFormation takes ${largestTemplateBytes}: fewer subjects, or shorter texts`,
    );
    process.exitCode = 1;
  }
}

const administrations = read();
if (administrations === undefined) process.exitCode = 1;
else await synthesise(administrations);
