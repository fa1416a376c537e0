import type { MetricStore } from './metric-store.ts';

/** What CloudWatch Logs reads of a line in the embedded metric format. */
interface EmbeddedLine extends Record<string, unknown> {
  _aws: {
    Timestamp: number;
    CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[];
  };
}

/** Ours begin so: other lines need not be parsed. */
const beginning = '{"_aws"';

/** Records what a function printed for CloudWatch, at the instant that the line names. @throws Error where a line is not what CloudWatch reads */
export function recordEmbedded(store: MetricStore, logs: readonly string[]): void {
  for (const text of logs) {
    if (text.startsWith(beginning)) recordLine(store, JSON.parse(text) as EmbeddedLine);
  }
}

function recordLine(store: MetricStore, line: EmbeddedLine): void {
  const { _aws: described } = line;
  const { Timestamp, CloudWatchMetrics } = described;
  for (const { Namespace: namespace, Dimensions, Metrics } of CloudWatchMetrics) {
    for (const keys of Dimensions) {
      const dimensions = Object.fromEntries(keys.map((key) => [key, textOf(line, key)]));
      for (const { Name: name } of Metrics) {
        for (const value of [line[name]].flat()) {
          if (typeof value !== 'number') throw new Error(`the embedded metric ${name} has no number`);
          store.record({ namespace, name, dimensions }, value, Timestamp);
        }
      }
    }
  }
}

function textOf(line: EmbeddedLine, key: string): string {
  const value = line[key];
  if (typeof value !== 'string') throw new Error(`the embedded metric has no dimension ${key}`);
  return value;
}
