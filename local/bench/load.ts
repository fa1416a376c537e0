import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isOpenAt } from '../../domain/administration/opening-hours.ts';
import { exponentialMilliseconds } from '../connect/agents.ts';
import type { Laptop } from '../laptop.ts';
import type { Line } from '../line.ts';
import { seededRandom } from '../random.ts';
import { type Behaviour, LoadCallers } from './load-callers.ts';

/** A little more than the staff can serve: people wait, leave, ring again and are called back. */
const loadOfStaff = 1.1;
/** Enough for a wait that callbacks are offered in from the first call on. */
const waitingAtFirst = 60;
const firstMark = 100;
const longestDays = 365;
const dayMilliseconds = 24 * 3600_000;

/**
 * Callers for days on end on one line, staffed as its file says, through real flows and bundles on the fast clock. Prints calls a second,
 * memory and how many were under way, at 100 calls and each time that their number has grown by a fifth of all.
 */
export async function benchLoad({ clock, lines: [line] }: Laptop, calls: number): Promise<void> {
  if (line === undefined) throw new Error('no line was started');
  const random = seededRandom(7);
  const callers = new LoadCallers(line, clock);
  const until = clock.now() + longestDays * dayMilliseconds;
  let rung = 0;
  const meanSecondsBetweenCalls = secondsBetweenCalls(line);
  const isOpen = (): boolean => isOpenAt(line.administration, new Date(clock.now()));
  const nextCall = (): void => {
    clock.at(clock.now() + exponentialMilliseconds(meanSecondsBetweenCalls, random), () => {
      if (isOpen()) callers.ring(`+336${String(10_000_000 + rung++)}`, behaviour(random, line));
      if (callers.ended < calls) nextCall();
    });
  };
  line.staff(0);
  line.addWaitingCallers(waitingAtFirst);
  nextCall();
  let seenCalls = 0;
  for (const mark of marksTo(calls)) {
    const started = performance.now();
    await clock.runWhile(() => callers.ended >= mark, until);
    const seconds = (performance.now() - started) / 1000;
    console.log(`load, ${describe(callers, (callers.ended - seenCalls) / seconds)}`);
    seenCalls = callers.ended;
  }
  console.log(`load, in all: ${[...callers.outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
}

function marksTo(calls: number): number[] {
  const fifths = [1, 2, 3, 4, 5].map((part) => Math.round((calls * part) / 5));
  return [firstMark, ...fifths.filter((mark) => mark > firstMark)];
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The heap is what is left after a collection. */
function describe({ ended, underWay }: LoadCallers, callsASecond: number): string {
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  return (
    `up to call ${String(ended).padStart(6)}: ${callsASecond.toFixed(1)} whole calls a second, ` +
    `${megabytes(rss)} resident, heap ${megabytes(heapUsed)}, ${underWay} under way`
  );
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

function firstQueue({ administration }: Line): string {
  const [queue] = Object.keys(administration.queues);
  if (queue === undefined) throw new Error(`${administration.id} has no queue`);
  return queue;
}

/** All callers choose the first subject, whose queue is the first. */
function secondsBetweenCalls(line: Line): number {
  const queue = line.administration.queues[firstQueue(line)];
  const agents = queue?.agents.default ?? 1;
  return (queue?.handleTimeSeconds ?? 0) / (agents * loadOfStaff);
}

function behaviour(random: () => number, line: Line): Behaviour {
  const chosen = random();
  const answered = random();
  return {
    keys: chosen < 0.5 ? ['1'] : chosen < 0.75 ? ['1', '2', '1', 'x'] : ['1', '1', '1', 'x'],
    patienceSeconds:
      exponentialMilliseconds(line.administration.queues[firstQueue(line)]?.patienceSeconds ?? 360, random) / 1000,
    redials: random() < 0.5 ? 1 : 0,
    whenCalledBack: answered < 0.8 ? 'yes' : answered < 0.9 ? 'no' : answered < 0.95 ? 'busy' : 'machine',
  };
}
