import { administrationsIn } from '../../local/administrations.ts';
import { type Journey, measureJourneys, targetOf } from '../../local/bench/journey.ts';
import { startLaptop } from '../../local/laptop.ts';

/** Words are counted at 150 a minute: nothing here depends on how fast the machine is. */
describe('the way to a booked hour, of every administration, subject and language', () => {
  let journeys: Journey[];
  beforeAll(async () => {
    const administrations = administrationsIn('administrations');
    const laptop = await startLaptop({
      administrations,
      startMilliseconds: Date.parse('2026-11-24T09:05:00Z'),
      seed: 1,
    });
    try {
      journeys = await measureJourneys(laptop);
    } finally {
      await laptop.stop();
    }
  });
  const beyond = (isBeyond: (journey: Journey) => boolean): Journey[] => journeys.filter(isBeyond);

  it('ends in a booking, from a number that shows and from one that is hidden', () => {
    expect(journeys.length).toBeGreaterThanOrEqual(20);
    expect(beyond(({ isBooked }) => !isBooked)).toEqual([]);
  });

  it('takes three keys, and one more for a second level, a language or a number, which is then confirmed', () => {
    expect(beyond((journey) => journey.keys > targetOf(journey).keys)).toEqual([]);
  });

  it('takes 45 s of listening, and 10 s more for a second level or a number keyed in', () => {
    expect(beyond((journey) => journey.seconds > targetOf(journey).seconds)).toEqual([]);
  });

  it('awaits every key after 12 s at most', () => {
    expect(beyond(({ longestPromptSeconds }) => longestPromptSeconds > 12)).toEqual([]);
  });
});
