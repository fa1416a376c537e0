import { parseArgs } from 'node:util';
import type { Administration } from '../../domain/administration/administration.ts';
import type { LineChange } from '../../domain/administration/line-changes.ts';
import { UsageFault } from './call-options.ts';
import { administrationNamed, changeLine, destinationOptions, whoAsks, type AskedChange } from './line-change.ts';
import { isWallTime, wallInstant } from './wall-time.ts';

const usage =
  'npm run alert -- <administration> --text "…" [--text-en "…"] --until 2026-11-24T18:00 [--aws] [--port 3939]\n' +
  'npm run alert -- <administration> --end [--aws] [--port 3939]';

/** `npm run alert`: what callers hear first, until a local time at which it falls silent by itself; or the end of it at once. */
export const run = (parameters: string[]): Promise<number> => changeLine(() => readAlert(parameters));

function readAlert(parameters: string[]): AskedChange {
  const { values, positionals } = parse(parameters);
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageFault(usage);
  const administration = administrationNamed(id);
  const published = alertOf(values, administration);
  return {
    administration,
    change: published ?? { change: 'endAlert', by: whoAsks() },
    destination: values,
    done: published === undefined ? 'no alert is told' : `callers hear the alert until ${values.until}`,
  };
}

/** Undefined where the alert is to end. */
function alertOf({ text, 'text-en': en, until, end }: Values, line: Administration): LineChange | undefined {
  const given = [text, en, until].some((value) => value !== undefined);
  if (end && !given) return undefined;
  if (end || text === undefined || until === undefined) throw new UsageFault(usage);
  if (!isWallTime(until)) throw new UsageFault(`--until "${until}": a local time such as 2026-11-24T18:00`);
  if (en !== undefined && !line.languages.includes('en'))
    throw new UsageFault('--text-en: this line speaks no English');
  const instant = new Date(wallInstant(until, line.timeZone)).toISOString();
  return { change: 'alert', text: { fr: text, ...(en !== undefined && { en }) }, until: instant, by: whoAsks() };
}

type Values = ReturnType<typeof parse>['values'];

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        ...destinationOptions,
        text: { type: 'string' },
        'text-en': { type: 'string' },
        until: { type: 'string' },
        end: { type: 'boolean', default: false },
      },
    });
  } catch (fault) {
    throw new UsageFault(`${usage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
