import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localTime } from '../../domain/administration/local-time.ts';
import type { Administration } from '../../domain/administration/administration.ts';
import type { Report } from '../../domain/reporting/report-contract.ts';
import { ConfigurationFault } from '../administrations.ts';
import { SynthesisError } from '../assembly/synthesise.ts';
import { KeepFault } from '../keep/keep-fault.ts';
import { openExistingDirectory } from '../keep/kept-directory.ts';
import { openClosedCentre } from '../reports/closed-centre.ts';
import { compileDayReport, type DayReport, ReportFault } from '../reports/day-report.ts';
import { UsageFault } from './call-options.ts';
import { type ReportOptions, readReportOptions } from './report-options.ts';
import { reportText } from './report-text.ts';
import { wallInstant } from './wall-time.ts';

/**
 * `npm run report`: a day's report of the centre that runs on this laptop, of one that was kept, or, where there is neither, of a day without
 * calls. Status 1: that centre will not compile the day; 2: the command line was wrong, or the directory cannot be opened.
 */
export async function run(parameters: string[], assembly?: string): Promise<number> {
  try {
    const options = readReportOptions(parameters);
    const compiled = await reportFor(options, assembly);
    const json = compiled.files['report.json'];
    if (json === undefined) throw new ReportFault(`no report of ${compiled.day} was written`);
    if (options.out !== undefined) writeFiles(options.out, compiled.files);
    console.log(options.json ? json.trimEnd() : reportText(JSON.parse(json) as Report));
    return 0;
  } catch (fault) {
    return statusOf(fault);
  }
}

async function reportFor(options: ReportOptions, assembly: string | undefined): Promise<DayReport> {
  const { administration, port, keep } = options;
  if (keep !== undefined) return ofClosedCentre(options, assembly);
  const running = await ofRunningCentre(options);
  if (running !== undefined) return running;
  console.error(`no centre runs on port ${port}: this is a day of ${administration.id} without calls`);
  return ofClosedCentre(options, assembly);
}

/** Undefined where none runs. @throws ReportFault where it refuses */
async function ofRunningCentre({ administration, day, port }: ReportOptions): Promise<DayReport | undefined> {
  const url = `http://127.0.0.1:${port}/${administration.id}/report`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ day }) }).catch(() => undefined);
  if (answer === undefined) return undefined;
  if (!answer.ok) throw new ReportFault(await answer.text());
  return (await answer.json()) as DayReport;
}

async function ofClosedCentre(options: ReportOptions, assembly: string | undefined): Promise<DayReport> {
  const { administration, day, keep: path } = options;
  const keep = path === undefined ? undefined : openExistingDirectory(path);
  const keptMilliseconds = keep?.clockMilliseconds ?? Date.now();
  const asked = day ?? localTime(new Date(keptMilliseconds), administration.timeZone).date;
  const nowMilliseconds = Math.max(keptMilliseconds, beginningOf(asked, administration));
  const centre = await openClosedCentre({ administration, nowMilliseconds, keep, assembly });
  try {
    return await compileDayReport(centre, asked);
  } finally {
    await centre.stop();
  }
}

/** A day that the kept clock has not come to is one without calls so far. */
const beginningOf = (day: string, { timeZone }: Administration): number => wallInstant(`${day}T00:00`, timeZone);

function writeFiles(directory: string, files: Record<string, string>): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
}

function statusOf(fault: unknown): number {
  if (fault instanceof SynthesisError) return fault.exitCode;
  const isWrongLine = fault instanceof UsageFault || fault instanceof KeepFault;
  if (!isWrongLine && !(fault instanceof ReportFault) && !(fault instanceof ConfigurationFault)) throw fault;
  console.error(fault.message);
  return isWrongLine ? 2 : 1;
}
