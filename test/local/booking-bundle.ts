import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** One text of the booking's sources replaced by another: a fault that the race must catch. */
export interface Mutation {
  file: string;
  from: string;
  to: string;
}

/** Overbooks: a full slot is as good as a free one. */
export const withoutSeatCondition: Mutation = {
  file: 'lambdas/callback/booking-ledger.ts',
  from: 'size(seats) < :capacity AND NOT contains',
  to: 'size(seats) < :capacity OR NOT contains',
};

/** Leaves orphans: the seat may be taken by a caller whose booking is never written. */
export const withoutTransaction: Mutation = {
  file: 'lambdas/runtime/dynamodb.ts',
  from: 'await client.send(new TransactWriteItemsCommand({ TransactItems: writes, ClientRequestToken: token }));',
  to: 'for (const write of writes) await client.send(new TransactWriteItemsCommand({ TransactItems: [write] })); void token;',
};

/** Bundles `callback/book-slot` as it is deployed, into `<directory>/index.mjs`. @throws Error where the text to replace is gone */
export async function bundleBooking(directory: string, mutation?: Mutation): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['lambdas/callback/book-slot.ts'],
    outfile: join(directory, 'index.mjs'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
    logLevel: 'error',
    plugins: mutation ? [mutate(mutation)] : [],
  });
}

function mutate({ file, from, to }: Mutation): Plugin {
  return {
    name: 'mutation',
    setup: (bundling) => {
      bundling.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path !== join(root, file)) return undefined;
        const source = await readFile(path, 'utf8');
        if (!source.includes(from)) throw new Error(`${file} no longer has: ${from}`);
        return { contents: source.replace(from, to), loader: 'ts' };
      });
    },
  };
}
