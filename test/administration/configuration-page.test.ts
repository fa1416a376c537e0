import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse, stringify } from 'yaml';
import { annotatedSchema } from '../../domain/administration/json-schema.ts';
import { configurationPage } from '../../domain/administration/reference/configuration-page.ts';
import { frequentFaults } from '../../domain/administration/reference/frequent-faults.ts';
import { keyReferences } from '../../domain/administration/reference/key-reference.ts';
import { smallestFile } from '../../domain/administration/reference/smallest-file.ts';
import { valueAt } from '../../domain/administration/schema-faults.ts';
import { faultLines, withValues } from './configuration-files.ts';

const page = readFileSync('docs/configuration.md', 'utf8');
const keys = keyReferences(annotatedSchema());
const faultsOf = (text: string): string[] => faultLines([{ path: 'example.yaml', text }]);
const accepts = new Ajv({ strictTypes: false }).compile(
  JSON.parse(readFileSync('administrations/administration.schema.json', 'utf8')),
);

/** A file in which every top-level key has its first example. */
const exampleFile = stringify(
  Object.fromEntries(keys.filter(({ path }) => !/[.[]/.test(path)).map(({ key, examples }) => [key, examples[0]])),
);

/** Where, in the file of examples, a key stands: `subjects[].queue` at `subjects.0.queue`. */
function placesOf(path: string): (string | number)[][] {
  const steps = path.replaceAll('[]', '.[]').split('.');
  return steps.reduce<(string | number)[][]>(
    (places, step) =>
      places.flatMap((place) => {
        if (step !== '[]' && !step.startsWith('<')) return [[...place, step]];
        const value = valueAt(parse(exampleFile), place);
        if (Array.isArray(value)) return value.map((_, index) => [...place, index]);
        const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
        return names.filter((name) => name !== 'default').map((name) => [...place, name]);
      }),
    [[]],
  );
}

const placeOf = (paths: readonly string[]): (string | number)[] | undefined =>
  paths.flatMap(placesOf).find((place) => valueAt(parse(exampleFile), place) !== undefined);

describe('docs/configuration.md', () => {
  it('is that of the rules: after a change, run `npm run schema`', () => {
    expect(page).toBe(configurationPage());
  });

  it('tells of every key what it is, its effect and an example', () => {
    const untold = keys.filter(({ description, effect, examples }) => !description || !effect || examples.length === 0);
    expect(untold.map(({ path }) => path)).toEqual([]);
    expect(keys.length).toBeGreaterThan(65);
  });

  it('has a heading for every key, to which its table of contents leads', () => {
    const headings = [...page.matchAll(/^#{2,3} `(.+)`$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(keys.map(({ path }) => path));
    const anchors = [...page.matchAll(/\]\(#(.+?)\)/g)].map(([, anchor]) => anchor);
    expect(anchors).toHaveLength(keys.filter(({ path }) => !/[.[]/.test(path)).length);
    for (const anchor of anchors) expect(headings.map((heading) => heading?.toLowerCase())).toContain(anchor);
  });

  it('has no sign that a code forge would take for markup', () => {
    const prose = page.replaceAll(/```[^]*?```/g, '').replaceAll(/`[^`\n]+`/g, '');
    expect(prose).not.toMatch(/<[a-z/]/i);
  });

  it('begins with a file of which no line can be left out', () => {
    expect(faultsOf(smallestFile)).toEqual([]);
    for (const key of Object.keys(parse(smallestFile))) {
      expect([key, faultsOf(withValues(smallestFile, [[[key], undefined]]))]).not.toEqual([key, []]);
    }
  });

  it('shows slips that are really told', () => {
    for (const { written, told } of frequentFaults()) {
      expect([written, told.length]).not.toEqual([written, 0]);
      expect(told[0]).toMatch(/^administrations\/caf\.yaml:\d+:\d+/);
    }
  });
});

describe('the examples of the configuration', () => {
  it('make one file together, without a fault and without a line under it in the editor', () => {
    expect(faultsOf(exampleFile)).toEqual([]);
    expect([accepts(parse(exampleFile)), accepts.errors]).toEqual([true, null]);
  });

  it.each(keys.flatMap((key) => key.examples.map((example) => ({ ...key, example }))))(
    'are accepted: $path, $example',
    ({ path, alike, example }) => {
      const place = placeOf([path, ...alike]);
      if (place === undefined) throw new Error(`${path} is in no example`);
      const text = withValues(exampleFile, [[place, example]]);
      expect(faultsOf(text)).toEqual([]);
      expect([accepts(parse(text)), accepts.errors]).toEqual([true, null]);
    },
  );
});
