import { administrationsIn } from '../administrations.ts';
import { benchBookings } from '../bench/bookings.ts';
import { benchBundles } from '../bench/bundles.ts';
import { benchCalls } from '../bench/calls.ts';
import { benchSynthesis } from '../bench/synthesis.ts';
import { startLaptop } from '../laptop.ts';

const tuesdayMorning = Date.parse('2026-11-24T09:05:00Z');

/** `npm run bench`: prints the figures; none is a test. */
export async function run(): Promise<number> {
  await benchSynthesis();
  const administrations = administrationsIn('administrations').slice(0, 1);
  const laptop = await startLaptop({ administrations, startMilliseconds: tuesdayMorning, seed: 1 });
  try {
    const [line] = laptop.lines;
    if (line === undefined) throw new Error('no line was started');
    benchBundles(line);
    await benchBookings(line);
    await benchCalls(laptop);
  } finally {
    await laptop.stop();
  }
  return 0;
}
