import { compiledKey, type PersonRow } from '../../domain/reporting/compiled-rows.ts';
import { type Report } from '../../domain/reporting/report-contract.ts';
import type { Bucket } from '../runtime/s3.ts';

/** Person-days up to which persons are counted: the function holds each person once. */
const mostPersonDays = 1_000_000;

/**
 * Distinct persons over these days; null where nobody can tell: across two versions of the hash, for which a person is two, in more days than are
 * counted, or of no day at all.
 */
export async function personsOfRange(
  bucket: Pick<Bucket, 'lines'>,
  reports: readonly Report[],
): Promise<number | null> {
  const [first] = reports;
  if (first === undefined) return null;
  if (reports.length === 1) return first.metrics.persons;
  const versions = new Set(reports.flatMap(({ personVersions }) => personVersions));
  const personDays = reports.reduce((sum, { metrics }) => sum + (metrics.personDays ?? 0), 0);
  if (versions.size > 1 || personDays > mostPersonDays) return null;
  const persons = new Set<string>();
  for (const { from } of reports) {
    for await (const line of bucket.lines(compiledKey('persons', from))) {
      persons.add((JSON.parse(line) as PersonRow).person);
    }
  }
  return persons.size;
}
