import { environmentKeys } from '../../domain/administration/contract.ts';
import { reportingMetrics } from '../../domain/reporting/contract.ts';
import { type PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import type { Prepared, RecordedLine } from '../../domain/reporting/prepared-contact.ts';
import { isEvent, prepareLine, wasServed } from '../../domain/reporting/prepared-line.ts';
import { required, rules } from '../runtime/environment.ts';
import { count, log } from '../runtime/log.ts';
import { reportsKey } from '../runtime/secret.ts';

interface Dependencies {
  line: RecordedLine;
  now: () => Date;
}
/** Of Firehose's data transformation; `data` is base64. */
interface TransformationEvent {
  records: { recordId: string; data: string }[];
}
/** Records that cannot be read, by what they seem to be. */
type Unreadable = Record<'noJson' | 'contacts' | 'events', number>;
type TransformedRecord =
  | { recordId: string; result: 'Dropped'; data: string }
  | { recordId: string; result: 'Ok'; data: string; metadata: { partitionKeys: { kind: string; day: string } } };

/**
 * What Firehose writes to `records/` instead of what it received: lines with the fields that the reports need, by kind and local day. A
 * record that cannot be read is dropped, counted and logged without its content: marked as failed, Firehose would keep it as it is, number
 * and all. Each record is answered for by its id, as Firehose requires.
 */
export function prepareRecord({ line, now }: Dependencies) {
  return async ({ records }: TransformationEvent): Promise<{ records: TransformedRecord[] }> => {
    const counts = { served: 0, surveysOffered: 0 };
    const unreadable = { noJson: 0, contacts: 0, events: 0 };
    const transformed = records.map(({ recordId, data }): TransformedRecord => {
      const raw = parsed(data);
      const prepared = prepareLine(raw, line);
      if (prepared === 'unreadable' || 'leftOut' in prepared) {
        if (prepared === 'unreadable') unreadable[kindOf(raw)] += 1;
        return { recordId, result: 'Dropped', data: '' };
      }
      if (prepared.line.line === 'contact' && wasServed(prepared.line, raw)) {
        counts.served += 1;
        if (prepared.line.attributes.surveyOffered === 'yes') counts.surveysOffered += 1;
      }
      return { recordId, result: 'Ok', ...written(prepared) };
    });
    tellCalls(line.id, counts, now());
    tellUnreadable(line.id, unreadable, now());
    return { records: transformed };
  };
}

/** Undefined where it is no JSON. */
function parsed(data: string): unknown {
  try {
    return JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

const kindOf = (raw: unknown): keyof Unreadable => {
  if (raw === undefined) return 'noJson';
  return isEvent(raw) ? 'events' : 'contacts';
};

const written = ({ kind, day, line }: Extract<Prepared<PreparedLine>, { kind: string }>) => ({
  data: Buffer.from(`${JSON.stringify(line)}\n`).toString('base64'),
  metadata: { partitionKeys: { kind, day } },
});

/** Once for all records of an invocation. A record that Firehose or Connect delivers twice is counted twice: the shares hardly change. */
function tellCalls(
  administration: string,
  { served, surveysOffered }: Record<'served' | 'surveysOffered', number>,
  at: Date,
): void {
  if (served === 0) return;
  const told = { [reportingMetrics.served]: served, [reportingMetrics.surveysOffered]: surveysOffered };
  count(told, { administration }, at);
}

function tellUnreadable(administration: string, unreadable: Unreadable, at: Date): void {
  const { noJson, contacts, events } = unreadable;
  const dropped = noJson + contacts + events;
  if (dropped === 0) return;
  count({ [reportingMetrics.recordsDropped]: dropped }, { administration }, at);
  log('recordsNotPrepared', { administration, ...unreadable });
}

const environment = required(environmentKeys.secret);
const { id, timeZone, ownNumbers } = rules();
const secret = environment[environmentKeys.secret];

/** A key for each year is derived once. */
const keys = new Map<string, Buffer>();
function keyOfYear(year: string): Buffer {
  const known = keys.get(year) ?? reportsKey(secret, year);
  keys.set(year, known);
  return known;
}

export const handler = prepareRecord({
  line: { id, timeZone, ownNumbers, keyOfYear },
  now: () => new Date(),
});
