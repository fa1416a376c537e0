import type { Administration } from '../../domain/administration/administration.ts';
import { administrationsIn } from '../administrations.ts';
import { benchBookings } from '../bench/bookings.ts';
import { benchBundles } from '../bench/bundles.ts';
import { benchCalls } from '../bench/calls.ts';
import { benchJourneys } from '../bench/journey.ts';
import { benchSynthesis } from '../bench/synthesis.ts';
import { type Laptop, startLaptop } from '../laptop.ts';

const tuesdayMorning = Date.parse('2026-11-24T09:05:00Z');

/** `npm run bench`: prints the figures; none is a test. */
export async function run(): Promise<number> {
  await benchSynthesis();
  const everyAdministration = administrationsIn('administrations');
  await on(everyAdministration.slice(0, 1), async (laptop) => {
    const [line] = laptop.lines;
    if (line === undefined) throw new Error('no line was started');
    benchBundles(line);
    await benchBookings(line);
    await benchCalls(laptop);
  });
  await on(everyAdministration, benchJourneys);
  return 0;
}

async function on(administrations: Administration[], bench: (laptop: Laptop) => Promise<void>): Promise<void> {
  const laptop = await startLaptop({ administrations, startMilliseconds: tuesdayMorning, seed: 1 });
  try {
    await bench(laptop);
  } finally {
    await laptop.stop();
  }
}
