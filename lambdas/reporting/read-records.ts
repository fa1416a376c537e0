import { recordsPrefix, type PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { readPreparedLine } from '../../domain/reporting/read-prepared-line.ts';
import type { RecordsFolder } from '../../domain/reporting/records-of-day.ts';
import { inParallel } from '../runtime/in-parallel.ts';
import type { Bucket, StoredObject } from '../runtime/s3.ts';

/** Requests under way at once: an object is small, and most of the time is spent waiting for it. */
export const requestsAtOnce = 16;

/** What could not be read of an object: so many lines, and perhaps its end. */
export interface UnreadableRecords {
  key: string;
  lines: number;
  isCut: boolean;
}

/**
 * Gives every line of these folders, in no order, and says what it could not read: that costs its own lines, and no day.
 * Throws the bucket's errors.
 */
export async function readRecords(
  bucket: Pick<Bucket, 'list' | 'lines'>,
  folders: readonly RecordsFolder[],
  take: (line: PreparedLine) => void,
): Promise<UnreadableRecords[]> {
  const listed = await inParallel(folders, requestsAtOnce, ({ kind, day }) => bucket.list(recordsPrefix(kind, day)));
  const read = await inParallel(listed.flat(), requestsAtOnce, (object) => readObject(bucket, object, take));
  return read.filter(({ lines, isCut }) => lines > 0 || isCut);
}

async function readObject(
  bucket: Pick<Bucket, 'lines'>,
  { key }: StoredObject,
  take: (line: PreparedLine) => void,
): Promise<UnreadableRecords> {
  const unreadable = { key, lines: 0, isCut: false };
  try {
    for await (const text of bucket.lines(key)) {
      if (text === '') continue;
      const line = readPreparedLine(text);
      if (line) take(line);
      else unreadable.lines += 1;
    }
  } catch (error) {
    if (!isOfGzip(error)) throw error;
    unreadable.isCut = true;
  }
  return unreadable;
}

/** The codes of zlib: what was stored is no gzip, or ends too soon. */
const isOfGzip = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('Z_');
