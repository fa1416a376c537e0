import { startDynamoDb, type LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { withoutSeatCondition, withoutTransaction } from './booking-bundle.ts';
import { openRaceTrack, type RaceResult, type RaceSettings } from './booking-race.ts';

const runs = 10;
const named = process.env['DYNAMODB_ENDPOINT'];

async function raceOn(database: LocalDynamoDb, settings: RaceSettings): Promise<RaceResult[]> {
  const track = await openRaceTrack(database, settings);
  try {
    const results: RaceResult[] = [];
    for (let run = 0; run < runs; run += 1) results.push(await track.race(run));
    return results;
  } finally {
    await track.stop();
  }
}

async function raceInConflict(settings: RaceSettings): Promise<RaceResult[]> {
  const database = await startDynamoDb({ now: () => Date.parse('2026-11-24T06:00:00Z'), endpoint: '' });
  database.inject({ conflicts: 0.3, seed: 64 });
  try {
    return await raceOn(database, settings);
  } finally {
    await database.stop();
  }
}
const sum = (results: RaceResult[], key: 'overbooked' | 'orphans'): number =>
  results.reduce((total, result) => total + result[key], 0);
const sixtyThree = Array.from({ length: 63 }, () => 'full');

describe('workers race for a slot, three transactions in ten in conflict', () => {
  it('of sixty-four for the last seat one books it, the others are told it is taken, nothing is lost', async () => {
    for (const { outcomes, ...damage } of await raceInConflict({ racers: 64, seats: 1 })) {
      expect(outcomes.toSorted()).toEqual(['booked', ...sixtyThree]);
      expect(damage).toEqual({ overbooked: 0, orphans: 0 });
    }
  }, 120_000);

  it('of sixteen for eight seats, eight book one each', async () => {
    for (const { outcomes, ...damage } of await raceInConflict({ racers: 16, seats: 8 })) {
      expect(outcomes.filter((status) => status === 'booked')).toHaveLength(8);
      expect(damage).toEqual({ overbooked: 0, orphans: 0 });
    }
  }, 120_000);

  it('the race shows that a bundle without the seat condition overbooks', async () => {
    const results = await raceInConflict({ racers: 16, seats: 1, mutation: withoutSeatCondition });
    expect(sum(results, 'overbooked')).toBeGreaterThan(0);
  }, 120_000);

  it('the race shows that a bundle without the transaction leaves orphans', async () => {
    const results = await raceInConflict({ racers: 16, seats: 8, mutation: withoutTransaction });
    expect(sum(results, 'orphans')).toBeGreaterThan(0);
  }, 120_000);
});

(named ? describe : describe.skip)('the race on another engine', () => {
  it('has one winner as well (needs DYNAMODB_ENDPOINT)', async () => {
    const database = await startDynamoDb({ now: Date.now });
    for (const { outcomes, ...damage } of await raceOn(database, { racers: 64, seats: 1 })) {
      expect(outcomes.toSorted()).toEqual(['booked', ...sixtyThree]);
      expect(damage).toEqual({ overbooked: 0, orphans: 0 });
    }
  }, 240_000);
});
