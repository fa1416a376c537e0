import { instantOf } from '../../domain/administration/local-time.ts';
import { administrationsIn } from '../../local/administrations.ts';
import type { AlarmState } from '../../local/alarms/alarm-definition.ts';
import type { Clock } from '../../local/clock.ts';
import { shortName } from '../../local/connect/known-functions.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import type { LambdaWrapping, Line } from '../../local/line.ts';
import { readScript } from '../../local/script.ts';
import { ScriptedCaller } from '../../local/scripted-caller.ts';
import { cafAssembly } from '../calls/synthesised.ts';

const minuteMilliseconds = 60_000;

/** A line that runs, with what a test does to it and hears of it. Nothing here writes a metric. */
export class WatchedLine {
  readonly line: Line;
  readonly clock: Clock;
  readonly laptop: Laptop;
  readonly #down: Set<string>;

  private constructor(laptop: Laptop, line: Line, down: Set<string>) {
    this.laptop = laptop;
    this.line = line;
    this.clock = laptop.clock;
    this.#down = down;
  }

  /** The CAF's line at that local time of Tuesday 24 November 2026, staffed as its file says, after six minutes in which nothing happened. */
  static async at(time = '10:00'): Promise<WatchedLine> {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const down = new Set<string>();
    const laptop = await startLaptop({
      administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
      startMilliseconds: instantOf('2026-11-24', hours * 60 + minutes, 'Europe/Paris').getTime(),
      seed: 1,
      assembly: await cafAssembly(),
      lambdas: failing(down),
    });
    const [line] = laptop.lines;
    if (line === undefined) throw new Error('no line was started');
    const watched = new WatchedLine(laptop, line, down);
    line.staff(0);
    await watched.pass(6);
    return watched;
  }

  /** Without the administration, such as `QueueUnstaffed-allocations`. */
  state(alarm: string): AlarmState {
    return this.line.metrics.alarms.state(`Rappel-caf-${alarm}`);
  }

  raised(): string[] {
    const all = this.line.metrics.alarms.all();
    return all.filter(({ state }) => state === 'ALARM').map(({ name }) => name.replace('Rappel-caf-', ''));
  }

  pass(minutes: number): Promise<void> {
    return this.clock.runUntil(this.clock.now() + minutes * minuteMilliseconds);
  }

  /** Whether the alarm comes to be in that state within so many minutes. */
  comesTo(alarm: string, state: AlarmState, withinMinutes: number): Promise<boolean> {
    const until = this.clock.now() + withinMinutes * minuteMilliseconds;
    return this.clock.runWhile(() => this.state(alarm) === state, until);
  }

  /** Somebody rings, presses these keys, and then says and does nothing more. */
  rings(from: string, press = ''): ScriptedCaller {
    const { centre } = this.line;
    const caller = new ScriptedCaller(centre, this.clock, {
      number: from,
      tokens: readScript(press),
      answers: ['no'],
      calledAt: from,
    });
    caller.ring();
    return caller;
  }

  /** The function of that file name fails from now on. */
  breakFunction(name: string): void {
    this.#down.add(name);
  }

  mendFunctions(): void {
    this.#down.clear();
  }

  stop(): Promise<void> {
    return this.laptop.stop();
  }
}

function failing(down: ReadonlySet<string>): LambdaWrapping {
  return (invoker, { functions }) => ({
    invoke: async (arn, event, ...limits) => {
      const deployed = functions.find((each) => each.arn === arn);
      const name = deployed ? shortName(deployed) : arn;
      if (down.has(name)) return { result: 'error', message: `${name} is broken`, logs: [] };
      return invoker.invoke(arn, event, ...limits);
    },
    stop: () => invoker.stop(),
  });
}
