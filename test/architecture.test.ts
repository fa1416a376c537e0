import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Which of our layers, and which packages, a layer may import. */
const boundaries: Record<string, { layers: string[]; packages: RegExp }> = {
  domain: { layers: [], packages: /^(zod|yaml|libphonenumber-js(\/.*)?|echarts(\/.*)?|node:crypto)$/ },
  'flow-language': { layers: [], packages: /^$/ },
  lib: {
    layers: ['domain', 'flow-language'],
    packages: /^(aws-cdk-lib(\/.*)?|constructs|cdk-nag|esbuild|libphonenumber-js(\/.*)?|node:.*)$/,
  },
  lambdas: { layers: ['domain'], packages: /^(@aws-sdk\/.*|@smithy\/.*|aws-lambda|node:.*)$/ },
  simulation: { layers: ['domain'], packages: /^node:.*$/ },
  local: { layers: ['domain', 'flow-language'], packages: /^(?!aws-cdk-lib|constructs|cdk-nag).*$/ },
};
/** `bin` has two programs, each with its own reach. */
const programs: Record<string, string[]> = {
  'bin/app.ts': ['lib', 'domain'],
  'bin/rappel.ts': ['local', 'simulation', 'domain'],
  'bin/write-schema.ts': ['domain', 'flow-language'],
};
const clockChanceOrEnvironment = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.env\b/;
const vagueNames = /(^|\/)(utils?|helpers?|common|manager|service|index)(\/|\.ts$)/;

const sources = globSync('{bin,domain,flow-language,lib,lambdas,local,simulation}/**/*.ts', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const importsOf = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export)\b[^;']*\bfrom\s+'([^']+)'|\bimport\(?\s*'([^']+)'/gm)].map(
    (match) => (match[1] ?? match[2]) as string,
  );

/** Every import of `file` that its layer may not have. */
function trespasses(file: string, text: string): string[] {
  const layer = file.split('/')[0] as string;
  const allowed = layer === 'bin' ? { layers: programs[file] ?? [], packages: /.*/ } : boundaries[layer];
  if (allowed === undefined) return [`${file} is in no known layer`];
  return importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return allowed.packages.test(specifier) ? [] : [`${file} imports ${specifier}`];
    const target = normalize(join(dirname(file), specifier)).split('/')[0] as string;
    return target === layer || allowed.layers.includes(target) ? [] : [`${file} imports ${specifier}`];
  });
}

describe('the layers', () => {
  it('import only what stands below them', () => {
    expect(sources.flatMap((file) => trespasses(file, textOf(file)))).toEqual([]);
  });

  it('keep clock, chance and environment out of the domain', () => {
    const impure = sources.filter((file) => file.startsWith('domain/') && clockChanceOrEnvironment.test(textOf(file)));
    expect(impure).toEqual([]);
  });

  it('have no catch-all file or folder', () => {
    expect(sources.filter((file) => vagueNames.test(file))).toEqual([]);
  });

  it.each([
    ['domain/callback/slots.ts', "import { x } from '../../lib/callback.ts';"],
    ['domain/callback/slots.ts', "import { x } from '@aws-sdk/client-dynamodb';"],
    ['flow-language/references.ts', "import { x } from '../domain/callback/slots.ts';"],
    ['lib/callback.ts', "import { x } from '../lambdas/callback/book-slot.ts';"],
    ['lambdas/callback/book-slot.ts', "export * from '../../lib/callback.ts';"],
    ['lambdas/callback/book-slot.ts', "const x = await import('zod');"],
    ['local/laptop.ts', "import type { X } from '../lib/callback.ts';"],
  ])('refuse %s when it says %s', (file, text) => {
    expect(trespasses(file, text)).toHaveLength(1);
  });
});
