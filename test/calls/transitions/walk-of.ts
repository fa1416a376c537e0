import { administrationsIn } from '../../../local/administrations.ts';
import { circumstancesOf } from './circumstances.ts';
import { Walk } from './walk.ts';

/** What was still missed is looked for again: a way may have been taken for closed. */
const rounds = 3;
const longestMilliseconds = 240_000;

/**
 * Tests that callers take every entry of an administration's published flows, in a call that begins where calls begin, through the real
 * bundles: in each of the circumstances, callers head for what nobody has walked yet, and break a service where that lies behind its failure.
 */
export function describeWalkOf(id: string): void {
  const administration = administrationsIn('administrations').find((each) => each.id === id);
  if (administration === undefined) throw new Error(`no administration ${id}`);
  const walk = new Walk(administration);
  const circumstances = circumstancesOf(administration);
  afterAll(() => walk.stop());

  describe(`callers of ${administration.name} walk every transition, and nobody is dropped or left on the line`, () => {
    it.each(circumstances)('where $name', async (here) => expect(await walk.in(here)).toEqual([]), longestMilliseconds);

    it(
      'and miss none',
      async () => {
        for (let round = 1; round < rounds; round += 1) {
          for (const here of circumstances) expect(await walk.in(here)).toEqual([]);
        }
        expect(walk.missed()).toEqual([]);
      },
      longestMilliseconds,
    );
  });
}
