import { parseArgs } from 'node:util';
import type { Administration } from '../../domain/administration/administration.ts';
import { UsageFault } from './call-options.ts';
import { administrationNamed, portOf } from './line-change.ts';
import { isWallTime } from './wall-time.ts';

export interface ReportOptions {
  administration: Administration;
  /** Local, `YYYY-MM-DD`; today's without it. */
  day: string | undefined;
  /** Of a centre that was kept. */
  keep: string | undefined;
  /** Where the files of the report are written. */
  out: string | undefined;
  json: boolean;
  port: number;
}

const usage = 'npm run report -- <administration> [--day 2026-11-24] [--keep DIR] [--out DIR] [--json] [--port 3939]';

/** @throws UsageFault; ConfigurationFault where the files of the administrations are wrong */
export function readReportOptions(parameters: string[]): ReportOptions {
  const { values, positionals } = parse(parameters);
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageFault(usage);
  const { day, keep, out, json } = values;
  if (day !== undefined && !isWallTime(`${day}T00:00`))
    throw new UsageFault(`--day "${day}": a day such as 2026-11-24`);
  if (keep === '' || out === '') throw new UsageFault(`${usage}\nthe directory is missing`);
  return { administration: administrationNamed(id), day, keep, out, json, port: portOf(values) };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        day: { type: 'string' },
        keep: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        port: { type: 'string', default: '3939' },
      },
    });
  } catch (fault) {
    throw new UsageFault(`${usage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
