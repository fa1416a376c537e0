import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { instantOf } from '../../domain/administration/local-time.ts';
import { administrationsIn } from '../../local/administrations.ts';
import type { AlarmState } from '../../local/alarms/alarm-definition.ts';
import type { Clock } from '../../local/clock.ts';
import { shortName } from '../../local/connect/known-functions.ts';
import type { DeployedFunction } from '../../local/deployment.ts';
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
  /** Who rang, by the contact of the first call. */
  readonly callers = new Map<string, ScriptedCaller>();
  readonly laptop: Laptop;
  readonly #down: Set<string>;
  readonly #resting: Set<string>;

  private constructor(laptop: Laptop, line: Line, { down, resting }: Record<'down' | 'resting', Set<string>>) {
    this.laptop = laptop;
    this.line = line;
    this.clock = laptop.clock;
    this.#down = down;
    this.#resting = resting;
  }

  /** The CAF's line at that local wall time, staffed as its file says, after six minutes in which nothing happened. */
  static async at(wall = '2026-11-24T10:00'): Promise<WatchedLine> {
    const [date = '', time = ''] = wall.split('T');
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const sets = { down: new Set<string>(), resting: new Set<string>() };
    const laptop = await startLaptop({
      administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
      startMilliseconds: instantOf(date, hours * 60 + minutes, 'Europe/Paris').getTime(),
      seed: 1,
      assembly: await cafAssembly(),
      lambdas: failing(sets),
    });
    const [line] = laptop.lines;
    if (line === undefined) throw new Error('no line was started');
    const watched = new WatchedLine(laptop, line, sets);
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
    this.callers.set(caller.ring(), caller);
    return caller;
  }

  /** The function of that file name fails from now on. */
  breakFunction(name: string): void {
    this.#down.add(name);
  }

  /** The schedules of callbacks and reminders do nothing: for alarms that look back days. */
  rest(): void {
    for (const name of ['dial-due-callbacks', 'remind-callers']) this.#resting.add(name);
  }

  /** Invokes a function as somebody on duty does. */
  async invoke(name: string, event: unknown): Promise<void> {
    const deployed = this.#function(name);
    const { result } = await this.clock.during(this.line.lambdas.invoke(deployed.arn, event));
    if (result !== 'ok') throw new Error(`${name}: ${result}`);
  }

  /** As after a deployment with another file: the function finds other rules in its environment. */
  redeploy(name: string, change: (rules: LineRules) => LineRules): void {
    const deployed = this.#function(name);
    const { environment } = deployed;
    const rules = change(JSON.parse(environment[environmentKeys.rules] ?? '') as LineRules);
    deployed.environment = { ...environment, [environmentKeys.rules]: JSON.stringify(rules) };
  }

  #function(name: string): DeployedFunction {
    const deployed = this.line.deployment.functions.find((each) => shortName(each) === name);
    if (deployed === undefined) throw new Error(`no function ${name}`);
    return deployed;
  }

  mendFunctions(): void {
    this.#down.clear();
  }

  stop(): Promise<void> {
    return this.laptop.stop();
  }
}

function failing({ down, resting }: Record<'down' | 'resting', ReadonlySet<string>>): LambdaWrapping {
  return (invoker, { functions }) => ({
    invoke: async (arn, event, ...limits) => {
      const deployed = functions.find((each) => each.arn === arn);
      const name = deployed ? shortName(deployed) : arn;
      if (resting.has(name)) return { result: 'ok', value: null, logs: [] };
      if (down.has(name)) return { result: 'error', message: `${name} is broken`, logs: [] };
      return invoker.invoke(arn, event, ...limits);
    },
    stop: () => invoker.stop(),
  });
}
