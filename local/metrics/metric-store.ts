/** A metric as CloudWatch tells it from others: no two sets of dimensions are the same metric. */
export interface MetricId {
  namespace: string;
  name: string;
  dimensions: Readonly<Record<string, string>>;
}
/** Those that our alarms and dashboards use; percentiles are not kept. */
export const statistics = ['Sum', 'Maximum', 'Minimum', 'Average', 'SampleCount'] as const;
export type Statistic = (typeof statistics)[number];

/** What was recorded in one minute. */
interface Minute {
  beganMilliseconds: number;
  sum: number;
  count: number;
  least: number;
  most: number;
}

const minuteMilliseconds = 60_000;
/** The longest look back of an alarm of ours, which reads two periods more than it judges. */
const keptMinutes = 30 * 60;

const keyOf = ({ namespace, name, dimensions }: MetricId): string =>
  JSON.stringify([namespace, name, ...Object.entries(dimensions).toSorted(([one], [other]) => (one < other ? -1 : 1))]);

/** The values of one metric, by the minute, as CloudWatch keeps standard-resolution metrics. */
class Series {
  readonly id: MetricId;
  readonly #minutes: Minute[] = [];

  constructor(id: MetricId) {
    this.id = id;
  }

  record(value: number, atMilliseconds: number): void {
    const minute = this.#minute(Math.floor(atMilliseconds / minuteMilliseconds) * minuteMilliseconds);
    minute.sum += value;
    minute.count += 1;
    minute.least = Math.min(minute.least, value);
    minute.most = Math.max(minute.most, value);
  }

  /** Undefined where nothing was recorded from `from` on and before `to`. */
  statistic(statistic: Statistic, from: number, to: number): number | undefined {
    let [sum, count, least, most] = [0, 0, Infinity, -Infinity];
    for (let index = this.#minutes.length - 1; index >= 0; index--) {
      const minute = this.#minutes[index];
      if (!minute || minute.beganMilliseconds < from) break;
      if (minute.beganMilliseconds >= to) continue;
      sum += minute.sum;
      count += minute.count;
      least = Math.min(least, minute.least);
      most = Math.max(most, minute.most);
    }
    if (count === 0) return undefined;
    return { Sum: sum, Maximum: most, Minimum: least, Average: sum / count, SampleCount: count }[statistic];
  }

  /** Values come in the order of time, or nearly so. */
  #minute(beganMilliseconds: number): Minute {
    let index = this.#minutes.length;
    while (index > 0 && (this.#minutes[index - 1]?.beganMilliseconds ?? 0) > beganMilliseconds) index -= 1;
    const known = this.#minutes[index - 1];
    if (known?.beganMilliseconds === beganMilliseconds) return known;
    const begun = { beganMilliseconds, sum: 0, count: 0, least: Infinity, most: -Infinity };
    this.#minutes.splice(index, 0, begun);
    if (this.#minutes.length > keptMinutes) this.#minutes.shift();
    return begun;
  }
}

/** The metrics of one line, as CloudWatch would have them. Nothing in it is of a person. */
export class MetricStore {
  readonly #series = new Map<string, Series>();

  /** For what records often: the metric is looked up once. */
  recorder(id: MetricId): (value: number, atMilliseconds: number) => void {
    const series = this.#seriesOf(id);
    return (value, at) => series.record(value, at);
  }

  record(id: MetricId, value: number, atMilliseconds: number): void {
    this.#seriesOf(id).record(value, atMilliseconds);
  }

  statistic(id: MetricId, statistic: Statistic, from: number, to: number): number | undefined {
    return this.#series.get(keyOf(id))?.statistic(statistic, from, to);
  }

  /** The metrics that something has recorded. */
  known(): MetricId[] {
    return [...this.#series.values()].map(({ id }) => id);
  }

  has(id: MetricId): boolean {
    return this.#series.has(keyOf(id));
  }

  #seriesOf(id: MetricId): Series {
    const key = keyOf(id);
    const known = this.#series.get(key);
    if (known) return known;
    const series = new Series(id);
    this.#series.set(key, series);
    return series;
  }
}
