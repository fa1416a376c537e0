import { reportPrefix } from '../../domain/reporting/report-contract.ts';
import { shortName } from '../connect/known-functions.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';
import type { Line } from '../line.ts';

/** What is asked of a line for its reports, whether it runs or not. */
export interface ReportedLine extends Pick<Line, 'deployment' | 'records' | 'objects'> {
  lambdas: LambdaInvoker;
}
export interface DayReport {
  day: string;
  /** What was compiled, by file name: `report.json`, `report.csv`, `report.html`, `report.en.html`. */
  files: Record<string, string>;
}
/** The line will not compile that day, or cannot: the message says why. */
export class ReportFault extends Error {}

const compiler = 'compile-daily-report';

/** Has the line's own function compile the report of a local day, of all that has come up to this moment. @throws ReportFault */
export async function compileDayReport(
  { deployment, lambdas, records, objects }: ReportedLine,
  day: string,
): Promise<DayReport> {
  const deployed = deployment.functions.find((each) => shortName(each) === compiler);
  const [bucket] = deployment.buckets;
  if (!deployed || !bucket) throw new ReportFault(`${deployment.stackName} has no function ${compiler}`);
  await records.flush();
  const answer = await lambdas.invoke(deployed.arn, { day });
  if (answer.result === 'timeout') throw new ReportFault(`${compiler} did not answer in time`);
  if (answer.result === 'error') throw new ReportFault(answer.message);
  const { error } = (answer.value ?? {}) as { error?: { message?: string } };
  if (error) throw new ReportFault(error.message ?? `${compiler} refuses ${day}`);
  const prefix = reportPrefix(day);
  const found = objects.list(bucket.name, prefix).map(({ key }) => {
    return [key.slice(prefix.length), objects.get(bucket.name, key)?.body.toString('utf8') ?? ''] as const;
  });
  return { day, files: Object.fromEntries(found) };
}
