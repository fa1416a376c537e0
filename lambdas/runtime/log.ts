import { metricNamespace } from '../../domain/administration/contract.ts';

export type LogFields = Record<string, string | number | boolean | undefined>;

/** One JSON line. Fields never hold a number, a text sent or an answer given. */
export function log(code: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ code, ...fields })}\n`);
}

/**
 * Counts of the namespace `Rappel` as one embedded-metric line: CloudWatch reads them from the log, no request is made.
 * @param dimensions such as the administration and the queue; never anything of a person
 */
export function count(counts: Record<string, number>, dimensions: Record<string, string>, at: Date): void {
  const metrics = Object.keys(counts).map((Name) => ({ Name, Unit: 'Count' }));
  const directive = { Namespace: metricNamespace, Dimensions: [Object.keys(dimensions)], Metrics: metrics };
  const line = { _aws: { Timestamp: at.getTime(), CloudWatchMetrics: [directive] }, ...dimensions, ...counts };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The name of what was thrown, for a log: messages may quote what they were given. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
