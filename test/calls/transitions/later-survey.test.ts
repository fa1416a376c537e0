import { type LaterSurveyWalk, startLaterSurveyWalk } from './later-survey-walk.ts';

const longestMilliseconds = 240_000;

describe('those whom a machine rings later walk every transition of its flow, and nobody is dropped', () => {
  let walk: LaterSurveyWalk;
  beforeAll(async () => (walk = await startLaterSurveyWalk()), longestMilliseconds);
  afterAll(() => walk.stop());

  it.each(['fr', 'en'] as const)(
    'in %s, also where no voice is known',
    async (language) => {
      await walk.walk(language, false);
      await walk.walk(language, true);
      expect(walk.problems).toEqual([]);
      expect(walk.missed().filter((line) => line.startsWith(`later-survey-${language}`))).toEqual([]);
    },
    longestMilliseconds,
  );
});
