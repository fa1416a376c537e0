import { addDays } from '../../domain/administration/local-time.ts';
import { compiledKey, recordsPrefix, type CompiledTable, type RecordKind } from '../../domain/reporting/contract.ts';
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
 * nobody, so that no figure of the day changes. A day that is compiled without this person has no record of them.
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

/** A hash is found in the text before the line is read: a day has hundreds of thousands of them. */
const isOf = (line: string, persons: ReadonlySet<string>): boolean =>
  [...persons].some((person) => line.includes(`"${person}"`)) && persons.has(String(JSON.parse(line).person));

function contactOf(line: string): string[] {
  const { contactId }: { contactId?: unknown } = JSON.parse(line);
  return typeof contactId === 'string' ? [contactId] : [];
}

/** Returns how many lines are of nobody now. Those of persons are sorted by the person, of whom nobody is the first. */
async function withoutPerson(
  bucket: ReportsForgetting['bucket'],
  key: string,
  lines: readonly string[],
  persons: ReadonlySet<string>,
): Promise<number> {
  const ofPerson = new Set(lines.filter((line) => isOf(line, persons)));
  if (ofPerson.size === 0) return 0;
  const ofNobody = lines.map((line) =>
    ofPerson.has(line) ? JSON.stringify({ ...JSON.parse(line), person: '' }) : line,
  );
  const sorted = key.startsWith('compiled/persons/') ? ofNobody.toSorted(nobodyFirst) : ofNobody;
  await bucket.putLines(key, sorted);
  return lines.filter((line) => ofPerson.has(line)).length;
}

const nobodyFirst = (one: string, other: string): number =>
  Number(other.includes('"person":""')) - Number(one.includes('"person":""'));
