import { addDays } from '../../domain/administration/local-time.ts';
import { compiledKey, recordsPrefix, type CompiledTable, type RecordKind } from '../../domain/reporting/contract.ts';
import { personOf } from '../../domain/reporting/person.ts';
import type { ContactErasure } from '../runtime/connect-erasure.ts';
import type { Bucket } from '../runtime/s3.ts';

export interface ReportsForgetting {
  bucket: Pick<Bucket, 'list' | 'lines' | 'putLines'>;
  erase: ContactErasure;
}
export interface ForgottenDay {
  /** A contact of that day has not ended. */
  underWay: boolean;
  contacts: number;
  reportLines: number;
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
  { bucket, erase }: ReportsForgetting,
  day: string,
  persons: ReadonlySet<string>,
): Promise<ForgottenDay> {
  const forgotten: ForgottenDay = { underWay: false, contacts: 0, reportLines: 0 };
  if ((await namesPerson(bucket, compiledKey('calls', day), persons)) === false) return forgotten;
  for (const each of [day, addDays(day, 1)]) {
    for (const kind of recordKinds) {
      for (const { key } of await bucket.list(recordsPrefix(kind, each))) {
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
    const key = compiledKey(table, day);
    forgotten.reportLines += await withoutPerson(bucket, key, await linesOf(bucket, key), persons);
  }
  return forgotten;
}

/** Undefined where there is no such object, or an empty one. */
async function namesPerson(
  bucket: ReportsForgetting['bucket'],
  key: string,
  persons: ReadonlySet<string>,
): Promise<boolean | undefined> {
  let found: boolean | undefined;
  for await (const line of bucket.lines(key)) {
    if (isOf(line, persons)) return true;
    found = false;
  }
  return found;
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
