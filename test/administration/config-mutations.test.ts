import * as fc from 'fast-check';
import { parse } from 'yaml';
import { formatFault, formatPath } from '../../domain/administration/faults.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { assuranceMaladieFile, cafFile, withValues } from './configuration-files.ts';
import { someMutations, type Mutation, type Path } from './configuration-mutations.ts';

const written = (file: string, faults: Path[]): string[] => faults.map((path) => `${file} ${formatPath(path)}`);

describe('the shipped files, changed at random', () => {
  const both = fc.tuple(
    someMutations('droits', 'arret'),
    someMutations('allocations', 'logement'),
    fc.boolean(),
    fc.boolean(),
  );

  it('give exactly the faults of each change, at its path, in reading order', () => {
    fc.assert(
      fc.property(both, ([ofFirst, ofSecond, sharedId, sharedAlias]) => {
        const shared: Mutation[] = [
          ...(sharedId ? [{ change: [['id'], 'assurance-maladie'], faults: [['id']] } satisfies Mutation] : []),
          ...(sharedAlias
            ? [{ change: [['alias'], 'rappel-assurance-maladie'], faults: [['alias']] } satisfies Mutation]
            : []),
        ];
        const files = [
          { ...assuranceMaladieFile, mutations: ofFirst },
          { ...cafFile, mutations: [...ofSecond, ...shared] },
        ].map(({ path, text, mutations }) => ({
          path,
          text: withValues(
            text,
            mutations.map(({ change }) => change),
          ),
          mutations,
        }));
        const { administrations, faults } = readAdministrations(files);
        const expected = files.flatMap(({ path, mutations }) =>
          written(
            path,
            mutations.flatMap((mutation) => mutation.faults),
          ),
        );
        expect(faults.map(({ file, path }) => `${file} ${formatPath(path)}`).toSorted()).toEqual(expected.toSorted());
        expect(administrations).toHaveLength(files.filter(({ mutations }) => mutations.length === 0).length);
        const places = faults.map(
          ({ file, line, column }) => files.findIndex(({ path }) => path === file) * 1e9 + line * 1e4 + column,
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
      { numRuns: 80 },
    );
  });

  it('name the line and column where the key or the value stands', () => {
    fc.assert(
      fc.property(someMutations('allocations', 'logement'), (mutations) => {
        const text = withValues(
          cafFile.text,
          mutations.map(({ change }) => change),
        );
        const lines = text.split('\n');
        for (const fault of readAdministrations([{ path: 'caf.yaml', text }]).faults) {
          const there = (lines[fault.line - 1] ?? '').slice(fault.column - 1);
          const key = fault.path.findLast((step) => typeof step === 'string');
          const parent = fault.path.at(-2);
          const token = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^,\]}:]|:(?! |$))+)/.exec(there)?.[0] ?? '';
          const here: unknown = token.trim() === '' ? null : parse(token);
          // A missing key is reported at its parent's, which for the first level is the first key of the file.
          const places = fault.value === undefined ? [parent, 'id'] : [fault.value, key];
          expect(places).toContainEqual(here);
          expect(formatFault(fault)).toMatch(/^caf\.yaml:\d+:\d+ [^\n]+: [^\n]+$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are never thrown upon, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.nat(cafFile.text.length),
        fc.string({
          maxLength: 6,
          unit: fc.constantFrom(
            '"',
            "'",
            ':',
            '{',
            '}',
            '[',
            ']',
            '\n',
            ' ',
            '-',
            '&',
            '*',
            '!',
            '|',
            '\t',
            'x',
            '\0',
            '%',
            '?',
          ),
        }),
        (at, inserted) => {
          const text = cafFile.text.slice(0, at) + inserted + cafFile.text.slice(at);
          const { administrations, faults } = readAdministrations([{ path: 'caf.yaml', text }]);
          expect(administrations.length === 0).toBe(faults.length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
