import { instantOf } from '../../domain/administration/local-time.ts';
import { administrationsIn } from '../../local/administrations.ts';
import { type Behaviour, LoadCallers } from '../../local/bench/load-callers.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import type { LambdaWrapping, Line } from '../../local/line.ts';
import { seededRandom } from '../../local/random.ts';
import { cafAssembly } from '../calls/synthesised.ts';

/** A Tuesday, and the day after. */
export const day = '2026-11-24';
export const nextDay = '2026-11-25';
const zone = 'Europe/Paris';
const minuteMilliseconds = 60_000;
/** How far apart calls may end in another order than they began: the order is nothing that a report depends on. */
const lookaheadMilliseconds = 2000;

/** Local wall time, in milliseconds since the epoch. */
export const wall = (date: string, minutes: number): number => instantOf(date, minutes, zone).getTime();

/** Kinds of callers, with how many of a hundred are like this. */
const kinds: readonly [share: number, of: (number: string, random: () => number) => Partial<Behaviour>][] = [
  [38, () => ({ keys: ['1'], redials: 1 })],
  [3, () => ({ keys: ['1'], surveyKeys: ['1', '2'] })],
  [2, () => ({ keys: ['1'], surveyKeys: ['-', '2'] })],
  [2, () => ({ keys: ['1'], surveyKeys: ['x'] })],
  [10, () => ({ keys: ['1', '2', '1', 'x'] })],
  [9, () => ({ keys: ['1', '1', '1', 'x'] })],
  // Rings again, and hears what was promised; the key cancels it, or moves it.
  [2, () => ({ keys: ['1', '2', '1', 'x'], ringsAgain: ['3', '1', 'x'] })],
  [1, () => ({ keys: ['1', '1', '1', 'x'], ringsAgain: ['3', '1', 'x'] })],
  [1, () => ({ keys: ['1', '2', '1', 'x'], ringsAgain: ['2', '2', 'x'] })],
  [8, () => ({ keys: ['2', '-', '-', '4', '1'] })],
  [2, () => ({ keys: ['2', '-', '1', '-', '-'] })],
  [4, () => ({ keys: ['x'] })],
  [4, () => ({ keys: ['1', 'x'], redials: 2 })],
  [3, () => ({ keys: ['7', '5', '1'] })],
  [2, () => ({ keys: [] })],
  [3, () => ({ keys: ['8', '1'] })],
  [3, () => ({ keys: ['1'], isHidden: true })],
  [2, (number) => ({ keys: ['1', '2', `0${number.slice(3)}#`, '1', '1', 'x'], isHidden: true, calledBackAt: number })],
  [1, () => ({ keys: ['1', '2', '0899123456#', '3230#', '15#'], isHidden: true })],
];
interface DayCaller extends Behaviour {
  isHidden: boolean;
  ringsAgain: readonly string[] | undefined;
}

function callerOf(number: string, random: () => number): DayCaller {
  let left = random() * 100;
  const [, of] = kinds.find(([share]) => (left -= share) < 0) ?? kinds[0]!;
  const answered = random();
  return {
    keys: ['1'],
    patienceSeconds: -360 * Math.log(1 - random()),
    redials: 0,
    whenCalledBack: answered < 0.8 ? 'yes' : answered < 0.9 ? 'no' : answered < 0.95 ? 'busy' : 'machine',
    isHidden: false,
    ringsAgain: undefined,
    ...of(number, random),
  };
}

export interface LocalDay {
  laptop: Laptop;
  line: Line;
  callers: LoadCallers;
  /** Every line that the functions printed. */
  logs: string[];
  /** Whatever was put on the bus, as JSON. */
  events: string[];
  /** E.164, of whoever rang or was to be called back. */
  numbers: string[];
  /** What callers keyed in, more than one key at once. */
  keyed: string[];
}

/**
 * A day of calls of mixed fates on the line of the CAF, staffed as its file says, and the day after it: a few people ring before it opens, after it has closed,
 * and again on the next day; some SMS are refused, some never arrive.
 */
export async function localDay(people: number): Promise<LocalDay> {
  const logs: string[] = [];
  const laptop = await startLaptop({
    administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
    startMilliseconds: wall(day, 8 * 60 + 30),
    seed: 1,
    lookaheadMilliseconds,
    workers: 2,
    assembly: await cafAssembly(),
    lambdas: keepLogs(logs),
  });
  const [line] = laptop.lines;
  if (line === undefined) throw new Error('no line was started');
  const callers = new LoadCallers(line, laptop.clock);
  const told: LocalDay = { laptop, line, callers, logs, events: [], numbers: [], keyed: [] };
  line.bus.onPut((entry) => told.events.push(JSON.stringify(entry)));
  const random = seededRandom(11);
  const opens = wall(day, 9 * 60);
  const openMilliseconds = 7.5 * 60 * minuteMilliseconds;
  for (let index = 0; index < people; index += 1) {
    // One of fifty rings while the line is closed: before it opens, or in the evening.
    const early = index % 100 === 0;
    const late = index % 100 === 50;
    const at = early
      ? wall(day, 8 * 60 + 35 + random() * 24)
      : late
        ? wall(day, 17 * 60 + random() * 120)
        : opens + random() * openMilliseconds;
    schedule(told, `+336128${String(10_000 + index)}`, at, random);
  }
  staff(told);
  return told;
}

const keepLogs =
  (logs: string[]): LambdaWrapping =>
  (invoker) => ({
    invoke: async (...invocation) => {
      const result = await invoker.invoke(...invocation);
      logs.push(...result.logs);
      return result;
    },
    stop: () => invoker.stop(),
  });

function schedule(told: LocalDay, number: string, at: number, random: () => number): void {
  const { laptop, line, callers } = told;
  const { isHidden, ringsAgain, ...behaviour } = callerOf(number, random);
  told.numbers.push(number);
  told.keyed.push(...behaviour.keys.filter((keys) => keys.length > 1));
  if (random() < 0.02) line.sms.optedOut.add(number);
  if (random() < 0.03) line.sms.undeliverable.add(number);
  const ring = (keys: readonly string[]): void => callers.ring(isHidden ? 'anonymous' : number, { ...behaviour, keys });
  laptop.clock.at(at, () => ring(behaviour.keys));
  const again = (when: number, keys: readonly string[]): void => void laptop.clock.at(when, () => ring(keys));
  if (ringsAgain) again(at + 20 * minuteMilliseconds, ringsAgain);
  else if (random() < 0.03) again(wall(nextDay, 9 * 60 + random() * 400), behaviour.keys);
}

/** Fewer agents than the file says, and fewer still at noon: people wait, are offered a callback, and leave. */
const agentsFrom: readonly [minutes: number, agents: number][] = [
  [9 * 60, 34],
  [12 * 60, 24],
  [13.5 * 60, 34],
];
const handleTimeSeconds = 360;

function staff({ laptop: { clock }, line }: LocalDay): void {
  const [queue] = line.deployment.queues;
  for (const date of [day, nextDay]) {
    for (const [minutes, busyAgents] of agentsFrom) {
      clock.at(wall(date, minutes), () =>
        line.centre.staffQueue(queue?.arn ?? '', { busyAgents, freeAgents: 0, handleTimeSeconds }),
      );
    }
  }
  clock.at(wall(day, 9 * 60), () => line.addWaitingCallers(30));
}
