import { gunzipSync, gzipSync } from 'node:zlib';
import type { PreparedLine, RecordKind } from '../../domain/reporting/prepared-lines.ts';
import { recordsPrefix } from '../../domain/reporting/prepared-lines.ts';
import type { Bucket, StoredObject } from '../../lambdas/runtime/s3.ts';

interface Stored {
  content: Buffer;
  modifiedAt: Date;
}

/** A bucket in memory, whose objects are modified at the time that the test says it is. */
export class StoredObjects implements Bucket {
  now = new Date(0);
  readonly objects = new Map<string, Stored>();
  /** Keys that were read, as often as they were. */
  readonly read: string[] = [];
  /** What S3 answers for a key instead. */
  readonly faults = new Map<string, Error>();

  async put(key: string, content: Uint8Array | string): Promise<void> {
    this.objects.set(key, { content: Buffer.from(content), modifiedAt: this.now });
  }

  async text(key: string): Promise<string | undefined> {
    return this.#content(key)?.toString('utf8');
  }

  async list(prefix: string): Promise<StoredObject[]> {
    const found = [...this.objects].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return found.map(([key, { content, modifiedAt }]) => ({ key, modifiedAt, bytes: content.length }));
  }

  async *lines(key: string): AsyncGenerator<string> {
    const content = this.#content(key);
    if (content) yield* gunzipSync(content).toString('utf8').split('\n').slice(0, -1);
  }

  async putLines(key: string, lines: Iterable<string>): Promise<void> {
    await this.put(key, gzipSync([...lines].map((line) => `${line}\n`).join('')));
  }

  async remove(key: string): Promise<void> {
    this.objects.delete(key);
  }

  /** Writes an object of records as Firehose does, and returns its key. */
  async record(kind: RecordKind, day: string, lines: readonly PreparedLine[], name = 'records-1'): Promise<string> {
    const key = `${recordsPrefix(kind, day)}${name}.gz`;
    await this.putLines(
      key,
      lines.map((line) => JSON.stringify(line)),
    );
    return key;
  }

  /** Every object below a prefix, byte by byte. */
  bytes(prefix: string): Record<string, string> {
    const below = [...this.objects].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(below.map(([key, { content }]) => [key, content.toString('base64')]));
  }

  #content(key: string): Buffer | undefined {
    this.read.push(key);
    const fault = this.faults.get(key);
    if (fault) throw fault;
    return this.objects.get(key)?.content;
  }
}
