import type { Administration } from '../../../domain/administration/administration.ts';
import { administrationsIn } from '../../../local/administrations.ts';
import { GuideWalk } from './guide-walk.ts';

const longestMilliseconds = 120_000;

/** A day for each flow: a screen that nobody answers waits an hour, and lines close. */
async function walk(
  administration: Administration,
): Promise<{ flows: string[]; missed: string[]; problems: string[] }> {
  const first = await GuideWalk.start(administration);
  const { flows } = first;
  await first.stop();
  const missed: string[] = [];
  const problems: string[] = [];
  for (const flow of flows) {
    const day = await GuideWalk.start(administration);
    missed.push(...(await day.missedOf(flow)));
    problems.push(...day.problems);
    await day.stop();
  }
  return { flows, missed, problems };
}

describe.each(administrationsIn('administrations'))('on the screens of $name', (administration) => {
  it(
    'an agent and a supervisor take every transition of the guides, and no call is dropped by any',
    async () => {
      const { flows, missed, problems } = await walk(administration);
      expect(flows).toContain('supervisor-guide');
      expect(missed).toEqual([]);
      expect(problems).toEqual([]);
    },
    longestMilliseconds,
  );
});
