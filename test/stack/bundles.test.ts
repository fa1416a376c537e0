import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleLambdas, lambdaEntries, type LambdaEntry } from '../../lib/bundles.ts';

const root = join(import.meta.dirname, '..', '..');
const bundles = await bundleLambdas();
const textOf = (entry: LambdaEntry): string => readFileSync(join(bundles(entry), 'index.mjs'), 'utf8');

const holding = (word: RegExp): LambdaEntry[] => lambdaEntries.filter((entry) => word.test(textOf(entry)));

describe('the bundles', () => {
  it('are those of every file that exports a handler', () => {
    const exporting = globSync('lambdas/*/*.ts', { cwd: root }).filter((file) =>
      readFileSync(join(root, file), 'utf8').includes('export const handler'),
    );
    const files = lambdaEntries.map((entry) => `lambdas/${entry}.ts`);
    expect(exporting.map((file) => file.replaceAll('\\', '/')).toSorted()).toEqual(files.toSorted());
  });

  it.each([...lambdaEntries])(
    'of %s is one ES module that exports its handler, and no word of this machine',
    (entry) => {
      const text = textOf(entry);
      expect(text).toMatch(/export\{[^}]*\bas handler\b[^}]*\}/);
      expect(text).not.toContain(root);
      expect(existsSync(join(bundles(entry), 'index.mjs.map'))).toBe(false);
    },
  );

  // Reading 350 kB takes Lambda about 60 ms; each further client adds half as much, heard as silence by a caller.
  it.each([
    'callback/book-slot',
    'callback/keep-place',
    'callback/find-booking',
    'callback/offer-slots',
    'callback/check-number',
    'position/tell-alert',
    'sms/stop-writing',
    'survey/record-answer',
  ] as const)('of %s, which a caller waits for, stays under 350 kB', (entry) => {
    expect(Buffer.byteLength(textOf(entry))).toBeLessThan(350_000);
  });

  it('hold neither the schema library nor, but for those that need them, the numbering tables', () => {
    expect(holding(/ZodError/)).toEqual([]);
    // A caller waits for the first; the others are set off by an agent and by an event.
    expect(holding(/country_calling_codes/)).toEqual([
      'callback/check-number',
      'sms/send-for-agent',
      'survey/note-never-served',
    ]);
  });
});
