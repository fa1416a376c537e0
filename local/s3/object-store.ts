import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ServiceError } from '../http-endpoint.ts';
import { type ListedObject, objectsIn } from './list-objects.ts';
import { pathOfKey } from './object-path.ts';

/** What a caller says of an object besides its bytes: `content-type` and the like, and `x-amz-meta-…`. */
export type ObjectHeaders = Record<string, string>;
export interface StoredObject {
  body: Buffer;
  lastModified: Date;
  /** MD5 in hexadecimal, without quotation marks. */
  etag: string;
  headers: ObjectHeaders;
}

/** Both begin with a full stop, as no bucket's name does. */
const incompleteFolder = '.incomplete';
const headersFolder = '.headers';

/**
 * Objects in a folder, one file each, `<bucket>/<key>`, so that other programs can read them. When an object was last modified is told by the
 * clock that the store is given, and kept as its file's time. What is written is there whole or not at all, however the process ends.
 */
export class ObjectStore {
  readonly #root: string;
  readonly #buckets: ReadonlySet<string>;
  readonly #now: () => number;
  #writes = 0;

  /** `now`: milliseconds since the epoch. Nothing is created before the first object is. */
  constructor(root: string, buckets: readonly string[], now: () => number) {
    this.#root = root;
    this.#buckets = new Set(buckets);
    this.#now = now;
    rmSync(join(root, incompleteFolder), { recursive: true, force: true });
  }

  /** Returns its ETag. @throws ServiceError NoSuchBucket, KeyTooLongError */
  put(bucket: string, key: string, body: Buffer, headers: ObjectHeaders = {}): string {
    const path = this.#pathOf(bucket, key);
    const etag = etagOf(body);
    // Headers first: they name the object that they are of, and say nothing of another one.
    if (Object.keys(headers).length > 0) {
      this.#write(this.#headersPathOf(bucket, key), Buffer.from(JSON.stringify({ etag, headers })));
    }
    this.#write(path, body);
    return etag;
  }

  /** Undefined where there is none. @throws ServiceError NoSuchBucket */
  get(bucket: string, key: string): StoredObject | undefined {
    const path = this.#pathOf(bucket, key);
    if (!existsSync(path) || !statSync(path).isFile()) return undefined;
    const body = readFileSync(path);
    const etag = etagOf(body);
    return { body, etag, lastModified: statSync(path).mtime, headers: this.#headersOf(bucket, key, etag) };
  }

  /** Those whose key begins so, in the order of the bytes of their keys. @throws ServiceError NoSuchBucket */
  list(bucket: string, prefix = ''): ListedObject[] {
    return objectsIn(this.#folderOf(bucket), prefix);
  }

  etag(bucket: string, key: string): string {
    return this.get(bucket, key)?.etag ?? '';
  }

  /** That there is none is no fault. @throws ServiceError NoSuchBucket */
  delete(bucket: string, key: string): void {
    const path = this.#pathOf(bucket, key);
    if (existsSync(path) && statSync(path).isFile()) rmSync(path);
    rmSync(this.#headersPathOf(bucket, key), { force: true });
  }

  #write(path: string, body: Buffer): void {
    const incomplete = join(this.#root, incompleteFolder, String(this.#writes++));
    makeFolder(dirname(incomplete));
    makeFolder(dirname(path));
    if (existsSync(path) && statSync(path).isDirectory()) throw clash();
    writeFileSync(incomplete, body, { mode: 0o600 });
    const modified = this.#now() / 1000;
    utimesSync(incomplete, modified, modified);
    renameSync(incomplete, path);
  }

  #headersOf(bucket: string, key: string, etag: string): ObjectHeaders {
    const path = this.#headersPathOf(bucket, key);
    if (!existsSync(path)) return {};
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { etag: string; headers: ObjectHeaders };
    return kept.etag === etag ? kept.headers : {};
  }

  #folderOf(bucket: string): string {
    if (!this.#buckets.has(bucket)) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404);
    return join(this.#root, bucket);
  }

  #pathOf(bucket: string, key: string): string {
    return join(this.#folderOf(bucket), pathOfKey(key));
  }

  #headersPathOf(bucket: string, key: string): string {
    return join(this.#root, headersFolder, bucket, `${pathOfKey(key)}%`);
  }
}

const etagOf = (body: Buffer): string => createHash('md5').update(body).digest('hex');

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    throw code === 'EEXIST' || code === 'ENOTDIR' ? clash() : fault;
  }
}

/** S3 has no folders; the folder of this laptop does. */
function clash(): ServiceError {
  return new ServiceError(
    'NotPlayedLocally',
    'A key that is also the beginning of another one is not played locally',
    501,
  );
}
