import { ServiceError } from '../http-endpoint.ts';

/** What a name of a file may be made of; of the rest, the bytes are written `%XX`. */
const unsafe = /[^A-Za-z0-9._=+@,~ -]/gu;
const longestNameBytes = 255;
/** A segment of a key that is empty, as in `a//b`. */
const empty = '%';

/**
 * Where an object lies in its bucket's folder: one file or folder for each part of the key, so that no key leaves the folder.
 * @throws ServiceError KeyTooLongError where the file system has no name that long
 */
export function pathOfKey(key: string): string {
  return key.split('/').map(nameOfSegment).join('/');
}

/** The key of an object from where it lies. */
export function keyOfPath(path: string): string {
  return path
    .split('/')
    .map((name) => (name === empty ? '' : decodeURIComponent(name)))
    .join('/');
}

function nameOfSegment(segment: string): string {
  if (segment === '') return empty;
  if (segment === '.' || segment === '..') return segment.replaceAll('.', '%2E');
  const name = segment.replace(unsafe, percentEncoded);
  if (name.length <= longestNameBytes) return name;
  throw new ServiceError('KeyTooLongError', 'A part of the key is longer than a file name may be', 400);
}

function percentEncoded(character: string): string {
  const bytes = [...Buffer.from(character, 'utf8')];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
