import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Where the bundles are written: `<capability>/<verb-object>/index.mjs`. Ignored by git. */
const bundlesDirectory = join(root, '.rappel', 'bundles');

// The SDK's dependencies contain CommonJS, which an ES module can only load through a require of its own.
const banner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/** Every function, as `<capability>/<verb-object>` under `lambdas/`. */
export const lambdaEntries = [
  'callback/book-slot',
  'callback/cancel-booking',
  'callback/check-number',
  'callback/dial-due-callbacks',
  'callback/find-booking',
  'callback/keep-place',
  'callback/move-booking',
  'callback/note-outcome',
  'callback/offer-slots',
  'contact-centre/attach-number',
  'contact-centre/change-line',
  'contact-centre/forget-person',
  'contact-centre/place-number',
  'contact-centre/tell-line',
  'position/brief-agent',
  'position/tell-alert',
  'position/tell-position',
  'reporting/compile-daily-report',
  'reporting/prepare-record',
  'reporting/query-report',
  'sms/note-delivery',
  'sms/remind-callers',
  'sms/send-for-agent',
  'sms/send-information',
  'sms/send-sms',
  'sms/stop-writing',
  'survey/dial-later-surveys',
  'survey/note-never-served',
  'survey/record-answer',
] as const;
export type LambdaEntry = (typeof lambdaEntries)[number];
/** The directory of a function's bundle. */
export type Bundles = (entry: LambdaEntry) => string;

let bundled: Promise<Bundles> | undefined;

/**
 * Bundles every function in one call, once a process; in a process of esbuild's own, so that the caller can go on.
 * Nothing is done where the sources and the packages are those of the last time.
 * @throws with esbuild's message where a function does not compile
 */
export const bundleLambdas = (): Promise<Bundles> => (bundled ??= bundleChanged());

async function bundleChanged(): Promise<Bundles> {
  const fingerprint = fingerprintOfSources();
  const made = join(bundlesDirectory, 'fingerprint');
  if (!existsSync(made) || readFileSync(made, 'utf8') !== fingerprint) {
    await bundle();
    replace(made, Buffer.from(fingerprint));
  }
  return (entry) => join(bundlesDirectory, entry);
}

/** Of all that a bundle is made from: our sources, how they are bundled (this file), and the versions of the packages. */
function fingerprintOfSources(): string {
  const sources = globSync('{domain,lambdas}/**/*.ts', { cwd: root }).toSorted();
  const hash = createHash('sha256');
  for (const path of [...sources, 'lib/bundles.ts', 'package-lock.json']) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function bundle(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: lambdaEntries.map((name) => ({ in: `lambdas/${name}.ts`, out: `${name}/index` })),
    outdir: bundlesDirectory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    alias: { '@aws-sdk/credential-provider-node': join(root, 'lambdas/runtime/credentials.ts') },
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  for (const { path, contents } of outputFiles) replace(path, contents);
}

/** Leaves an equal file alone and replaces another at once: a second synthesis may be reading it. */
function replace(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  const written = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(written, contents);
  renameSync(written, path);
}
