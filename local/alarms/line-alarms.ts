import type { Clock } from '../clock.ts';
import type { MetricStore } from '../metrics/metric-store.ts';
import type { AlarmState, DeployedAlarms, MetricAlarm } from './alarm-definition.ts';
import { evaluationRange, stateAfter } from './evaluation.ts';

export interface AlarmStatus {
  name: string;
  /** What callers suffer while it lasts, and where the runbook tells what to do. */
  description: string;
  state: AlarmState;
  /** Milliseconds since the epoch. */
  since: number;
}

const minuteMilliseconds = 60_000;
const hourMilliseconds = 3600_000;
const daySeconds = 86_400;

/**
 * The alarms of a line, evaluated every minute of its clock as CloudWatch does; those that look back more than a day, every hour. A line is taken to
 * have run well before it was started here: no alarm is evaluated before its periods have passed.
 */
export class LineAlarms {
  readonly #alarms: DeployedAlarms;
  readonly #metrics: MetricStore;
  readonly #clock: Clock;
  readonly #beganMilliseconds: number;
  readonly #statuses: Map<string, AlarmStatus>;
  readonly #byArn = new Map<string, AlarmStatus>();
  readonly #listeners: ((status: AlarmStatus) => void)[] = [];
  #beforeEach: (() => void) | undefined;

  constructor(alarms: DeployedAlarms, metrics: MetricStore, clock: Clock) {
    this.#alarms = alarms;
    this.#metrics = metrics;
    this.#clock = clock;
    this.#beganMilliseconds = clock.now();
    const all = [...alarms.metric, ...alarms.composite];
    this.#statuses = new Map(
      all.map(({ name, description }) => [
        name,
        { name, description, state: 'INSUFFICIENT_DATA', since: this.#beganMilliseconds },
      ]),
    );
    for (const { name, arn } of all) this.#byArn.set(arn, this.#status(name));
  }

  /** In the order of the template. */
  all(): AlarmStatus[] {
    return [...this.#statuses.values()].map((status) => ({ ...status }));
  }

  /** @throws Error where there is no such alarm */
  state(name: string): AlarmState {
    return this.#status(name).state;
  }

  onChange(listener: (status: AlarmStatus) => void): void {
    this.#listeners.push(listener);
  }

  /** Evaluates from the next full minute on, each time after `sample` has recorded what stands at that minute. */
  start(sample: () => void): void {
    this.#beforeEach = sample;
    this.#nextMinute();
  }

  #nextMinute(): void {
    const at = (Math.floor(this.#clock.now() / minuteMilliseconds) + 1) * minuteMilliseconds;
    this.#clock.at(at, () => {
      this.#nextMinute();
      this.#beforeEach?.();
      this.#evaluate(at);
    });
  }

  #evaluate(at: number): void {
    for (const alarm of this.#alarms.metric) {
      if (this.#isDue(alarm, at)) this.#become(alarm.name, this.#judge(alarm, at), at);
    }
    const stateOf = (named: string): AlarmState | undefined =>
      (this.#byArn.get(named) ?? this.#statuses.get(named))?.state;
    for (const { name, rule } of this.#alarms.composite) this.#become(name, rule(stateOf) ? 'ALARM' : 'OK', at);
  }

  #isDue({ periodSeconds, evaluationPeriods }: MetricAlarm, at: number): boolean {
    const seconds = periodSeconds * evaluationPeriods;
    if (at - this.#beganMilliseconds < seconds * 1000) return false;
    return seconds <= daySeconds || at % hourMilliseconds === 0;
  }

  #judge(alarm: MetricAlarm, at: number): AlarmState {
    const { periodSeconds, evaluationPeriods } = alarm;
    const datapoints = Array.from({ length: evaluationRange(evaluationPeriods) }, (_, index) => {
      const to = at - index * periodSeconds * 1000;
      return this.#value(alarm, alarm.compared, to);
    });
    return stateAfter(datapoints, alarm, this.state(alarm.name));
  }

  #value(alarm: MetricAlarm, id: string, to: number): number | undefined {
    const query = alarm.queries.get(id);
    if (query === undefined) throw new Error(`alarm ${alarm.name}: no metric ${id}`);
    if ('expression' in query) return query.expression((other) => this.#value(alarm, other, to));
    return this.#metrics.statistic(query.metric, query.statistic, to - alarm.periodSeconds * 1000, to);
  }

  #become(name: string, state: AlarmState, at: number): void {
    const status = this.#status(name);
    if (status.state === state) return;
    status.state = state;
    status.since = at;
    for (const listener of this.#listeners) listener({ ...status });
  }

  #status(name: string): AlarmStatus {
    const status = this.#statuses.get(name);
    if (status === undefined) throw new Error(`no alarm ${name}`);
    return status;
  }
}
