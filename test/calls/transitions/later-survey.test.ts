import { startLaterSurveyWalk } from './later-survey-walk.ts';

const longestMilliseconds = 240_000;

/** The CAF speaks two languages, the Assurance Maladie has two queues: none of their files calls anybody later, unless changed so. */
describe.each(['caf', 'assurance-maladie'])('those whom a machine of %s rings later', (id) => {
  it(
    'walk every transition of its flow, also where no voice is known, and nobody is dropped',
    async () => {
      const walk = await startLaterSurveyWalk(id);
      try {
        for (const language of walk.languages) {
          await walk.walk(language, false);
          await walk.walk(language, true);
        }
        expect(walk.problems).toEqual([]);
        expect(walk.missed()).toEqual([]);
      } finally {
        await walk.stop();
      }
    },
    longestMilliseconds,
  );
});
