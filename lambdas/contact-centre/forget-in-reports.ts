import { addDays } from '../../domain/administration/local-time.ts';
import { compiledKey, type CompiledTable } from '../../domain/reporting/compiled-rows.ts';
import { recordsPrefix, type RecordKind } from '../../domain/reporting/prepared-lines.ts';
import { personOf } from '../../domain/reporting/person.ts';
import type { ContactErasure } from '../runtime/connect-erasure.ts';
import type { Bucket } from '../runtime/s3.ts';

export interface ReportsForgetting {
  bucket: Pick<Bucket, 'lines' | 'putLines'>;
  /** Keys of the objects of a day, below a prefix that names it: see `listedByMonth`. */
  keysOf: (prefix: string, day: string) => Promise<string[]>;
  erase: ContactErasure;
}
export interface ForgottenDay {
  /** A contact of that day has not ended. */
  underWay: boolean;
  contacts: number;
  reportLines: number;
}

/** Lists a month at a time, once: of a year, most days have nothing, and each would cost as many requests. */
export function listedByMonth({ list }: Pick<Bucket, 'list'>): ReportsForgetting['keysOf'] {
  const months = new Map<string, ReturnType<typeof list>>();
  return async (prefix, day) => {
    const ofMonth = prefix.slice(0, prefix.indexOf(day) + 'YYYY-MM'.length);
    const listed = months.get(ofMonth) ?? list(ofMonth);
    months.set(ofMonth, listed);
    return (await listed).flatMap(({ key }) => (key.startsWith(prefix) ? key : []));
  };
}

const recordKinds: readonly RecordKind[] = ['calls', 'callbacks'];
/** The one by which a day is known to have this person comes last: whatever fails, asking again finds it. */
const tables: readonly CompiledTable[] = ['persons', 'calls'];

/** A person has another hash each year, and a call may go on past midnight. */
export function hashesAround(e164: string, day: string, keyOfYear: (year: string) => Uint8Array): Set<string> {
  return new Set([day, addDays(day, 1)].map((each) => personOf(e164, each, keyOfYear)));
}

/**
 * Takes a person out of a day: Connect's contacts that its records name, then the records, then the compiled rows. The lines stay, of
 * nobody, as those of calls with a hidden number are. A day that is compiled without this person has no record of them.
 * @param persons the person's hashes, of that day and of the next
 */
export async function forgetDay(
  { bucket, keysOf, erase }: ReportsForgetting,
  day: string,
  persons: ReadonlySet<string>,
): Promise<ForgottenDay> {
  const forgotten: ForgottenDay = { underWay: false, contacts: 0, reportLines: 0 };
  for (const key of await keysOf(compiledKey('calls', day), day)) {
    if (!(await namesPerson(bucket, key, persons))) return forgotten;
  }
  for (const each of [day, addDays(day, 1)]) {
    for (const kind of recordKinds) {
      for (const key of await keysOf(recordsPrefix(kind, each), each)) {
        const lines = await linesOf(bucket, key);
        const contacts = lines.filter((line) => isOf(line, persons)).flatMap(contactOf);
        for (const contactId of contacts) {
          const erased = await erase(contactId);
          if (erased === 'underWay') return { ...forgotten, underWay: true };
          if (erased === 'erased') forgotten.contacts += 1;
        }
        forgotten.reportLines += await withoutPerson(bucket, key, lines, persons);
      }
    }
  }
  for (const table of tables) {
    for (const key of await keysOf(compiledKey(table, day), day)) {
      forgotten.reportLines += await withoutPerson(bucket, key, await linesOf(bucket, key), persons);
    }
  }
  return forgotten;
}

async function namesPerson(
  bucket: ReportsForgetting['bucket'],
  key: string,
  persons: ReadonlySet<string>,
): Promise<boolean> {
  for await (const line of bucket.lines(key)) if (isOf(line, persons)) return true;
  return false;
}

async function linesOf(bucket: ReportsForgetting['bucket'], key: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of bucket.lines(key)) lines.push(line);
  return lines;
}

/** Of the text alone: a day has hundreds of thousands of lines, and one that was cut names the person all the same. Nothing else looks like a hash. */
const isOf = (line: string, persons: ReadonlySet<string>): boolean =>
  [...persons].some((person) => line.includes(`"${person}"`));

const ofNobody = (line: string, persons: ReadonlySet<string>): string =>
  [...persons].reduce((text, person) => text.replaceAll(`"${person}"`, '""'), line);

function contactOf(line: string): string[] {
  const [, contactId] = /"contactId":"([^"]+)"/.exec(line) ?? [];
  return contactId === undefined ? [] : [contactId];
}

/** Returns how many lines named the person. A row of the persons is of that person alone, and goes: nobody is no person to count. */
async function withoutPerson(
  bucket: ReportsForgetting['bucket'],
  key: string,
  lines: readonly string[],
  persons: ReadonlySet<string>,
): Promise<number> {
  const ofPerson = new Set(lines.filter((line) => isOf(line, persons)));
  if (ofPerson.size === 0) return 0;
  const isOfPersons = key.startsWith('compiled/persons/');
  const rewritten = lines.flatMap((line) => {
    if (!ofPerson.has(line)) return line;
    return isOfPersons ? [] : ofNobody(line, persons);
  });
  await bucket.putLines(key, rewritten);
  return lines.filter((line) => ofPerson.has(line)).length;
}
