import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfPath, pathOfKey } from './object-path.ts';

export interface ListedObject {
  key: string;
  sizeBytes: number;
  lastModified: Date;
}
interface ListRequest {
  prefix: string;
  /** Empty: keys are not grouped. */
  delimiter: string;
  /** The page begins behind this key, or group of keys. */
  after: string;
  most: number;
}
interface ListPage {
  objects: ListedObject[];
  commonPrefixes: string[];
  /** Where the next page begins; undefined on the last one. */
  next: string | undefined;
}

/** The objects of a bucket's folder whose key begins so, in the order of the bytes of their keys. */
export function objectsIn(folder: string, prefix: string): ListedObject[] {
  const parent = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const start = join(folder, parent === '' ? '' : pathOfKey(parent.slice(0, -1)));
  if (!existsSync(start) || !statSync(start).isDirectory()) return [];
  const found = readdirSync(start, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const key = keyOfPath(path.slice(folder.length + 1));
    return key.startsWith(prefix) ? { key, path } : [];
  });
  const inOrder = found.toSorted((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)));
  return inOrder.map(({ key, path }) => {
    const { size, mtime } = statSync(path);
    return { key, sizeBytes: size, lastModified: mtime };
  });
}

/** A page of `ListObjectsV2`: keys that are alike up to the delimiter count as one. */
export function pageOf(objects: readonly ListedObject[], { prefix, delimiter, after, most }: ListRequest): ListPage {
  const page: ListPage = { objects: [], commonPrefixes: [], next: undefined };
  let last = after;
  for (const object of objects) {
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = end === -1 ? object.key : object.key.slice(0, end + delimiter.length);
    if (Buffer.compare(Buffer.from(name), Buffer.from(last)) <= 0) continue;
    if (page.objects.length + page.commonPrefixes.length === most) return { ...page, next: last };
    last = name;
    if (end === -1) page.objects.push(object);
    else page.commonPrefixes.push(name);
  }
  return page;
}
