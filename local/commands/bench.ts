import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Administration } from '../../domain/administration/administration.ts';
import { administrationsIn } from '../administrations.ts';
import { benchBookings } from '../bench/bookings.ts';
import { benchBundles } from '../bench/bundles.ts';
import { benchCalls } from '../bench/calls.ts';
import { benchJourneys } from '../bench/journey.ts';
import { benchLoad } from '../bench/load.ts';
import { benchReport } from '../bench/report.ts';
import { benchSynthesis } from '../bench/synthesis.ts';
import { type Laptop, type LaptopOptions, startLaptop } from '../laptop.ts';
import type { Line } from '../line.ts';

const tuesdayMorning = Date.parse('2026-11-24T09:05:00Z');
/** Callers of the same two seconds are served at once, on all cores, as if a function took up to that long to answer. */
const manyCallers = { lookaheadMilliseconds: 2000, workers: availableParallelism() + 1 };
/** About half a minute; growth shows with `load --calls 20000`. */
const defaultLoad = 500;
/** The largest day that one function is to compile. */
const defaultReport = 200_000;

/** `calls`: undefined where the command line does not say. */
type Bench = (calls: number | undefined) => Promise<void>;
const benches: Record<string, Bench> = {
  synthesis: benchSynthesis,
  bundles: () => onFirst(async (laptop) => benchBundles(lineOf(laptop))),
  bookings: () => onFirst((laptop) => benchBookings(lineOf(laptop))),
  calls: () => onFirst(benchCalls),
  load: (calls = defaultLoad) => onFirst((laptop) => benchLoad(laptop, calls), manyCallers),
  report: (calls = defaultReport) => onFirst((laptop) => benchReport(lineOf(laptop), calls)),
  journeys: () => on(administrationsIn('administrations'), benchJourneys),
};
const usage = `npm run bench -- [${Object.keys(benches).join('|')}] [--calls N]`;

/** `npm run bench`: prints the figures, all or those named; none is a test. Status 2: the command line was wrong. */
export async function run(parameters: string[]): Promise<number> {
  const options = readOptions(parameters);
  if (typeof options === 'string') {
    console.error(`${usage}\n${options}`);
    return 2;
  }
  for (const bench of options.chosen) await bench(options.calls);
  return 0;
}

function readOptions(parameters: string[]): { chosen: Bench[]; calls: number | undefined } | string {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { calls: { type: 'string' } },
    });
    const calls = values.calls === undefined ? undefined : Number(values.calls);
    if (calls !== undefined && (!Number.isInteger(calls) || calls < 1))
      return `--calls "${values.calls}": a number of calls, 1 or more`;
    const unknown = positionals.find((name) => !Object.hasOwn(benches, name));
    if (unknown !== undefined) return `no benchmark "${unknown}"`;
    const chosen =
      positionals.length === 0 ? Object.values(benches) : positionals.flatMap((name) => benches[name] ?? []);
    return { chosen, calls };
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function lineOf({ lines: [line] }: Laptop): Line {
  if (line === undefined) throw new Error('no line was started');
  return line;
}

const onFirst = (bench: (laptop: Laptop) => Promise<void>, options?: Partial<LaptopOptions>): Promise<void> =>
  on(administrationsIn('administrations').slice(0, 1), bench, options);

async function on(
  administrations: Administration[],
  bench: (laptop: Laptop) => Promise<void>,
  options: Partial<LaptopOptions> = {},
): Promise<void> {
  const laptop = await startLaptop({
    administrations,
    startMilliseconds: tuesdayMorning,
    seed: 1,
    ...options,
  });
  try {
    await bench(laptop);
  } finally {
    await laptop.stop();
  }
}
