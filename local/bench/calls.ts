import type { CallEvent } from '../call-event.ts';
import { ScriptedCaller } from '../scripted-caller.ts';
import { readScript } from '../script.ts';
import type { Laptop } from '../laptop.ts';

const calls = 200;
const secondsBetweenCalls = 2;
const longestCallMilliseconds = 4 * 3600_000;

/** Whole calls a second: each rings, books the first hour offered and hangs up, through real flows and bundles, on the fast clock. */
export async function benchCalls({ clock, lines: [line] }: Laptop): Promise<void> {
  if (line === undefined) throw new Error('no line was started');
  const outcomes: Record<string, number> = {};
  let ended = 0;
  line.onEvent((event: CallEvent) => {
    if (event.kind !== 'ended') return;
    ended++;
    outcomes[event.outcome] = (outcomes[event.outcome] ?? 0) + 1;
  });
  line.staff(0);
  line.addWaitingCallers(40);
  for (let call = 0; call < calls; call++) {
    clock.at(clock.now() + call * secondsBetweenCalls * 1000, () => {
      const number = `+3361234${String(call).padStart(4, '0')}`;
      new ScriptedCaller(line.centre, clock, { number, tokens: readScript('1 2 1 x'), answers: ['no'] }).ring();
    });
  }
  const started = performance.now();
  await clock.runWhile(() => ended === calls, clock.now() + longestCallMilliseconds);
  const seconds = (performance.now() - started) / 1000;
  const mix = Object.entries(outcomes)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
  console.log(
    `whole scripted calls: ${(ended / seconds).toFixed(1)} a second (${mix}; ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB)`,
  );
}
