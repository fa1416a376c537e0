import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { ServiceError } from '../http-endpoint.ts';

const checksumPrefix = 'x-amz-checksum-';
/** Said beside a checksum, without being one. */
const notChecksums = new Set(['x-amz-checksum-algorithm', 'x-amz-checksum-mode', 'x-amz-checksum-type']);

/**
 * The bytes of an object as they were meant: without the chunks and trailers in which the SDK sends a stream, and the same as whoever sent
 * them counted.
 * @throws ServiceError IncompleteBody, BadDigest, or naming a checksum that is not played
 */
export function sentBody(bytes: Buffer, headers: IncomingHttpHeaders): Buffer {
  const chunked = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { body, trailers } = chunked ? withoutChunks(bytes) : { body: bytes, trailers: {} };
  for (const [name, value] of Object.entries({ ...headers, ...trailers })) {
    if (name.startsWith(checksumPrefix) && !notChecksums.has(name)) compare(name, body, String(value));
  }
  const md5 = headers['content-md5'];
  if (md5 !== undefined && createHash('md5').update(body).digest('base64') !== md5) throw badDigest('content-md5');
  return body;
}

/** `<length in hexadecimal>[;…]\r\n<bytes>\r\n`, up to a length of nothing; then trailers, one a line. */
function withoutChunks(bytes: Buffer): { body: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let from = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', from);
    const length = Number.parseInt(bytes.toString('latin1', from, end), 16);
    const start = end + 2;
    if (end === -1 || Number.isNaN(length) || start + length > bytes.length) {
      throw new ServiceError('IncompleteBody', 'The request body terminated unexpectedly', 400);
    }
    if (length === 0) return { body: Buffer.concat(chunks), trailers: trailersOf(bytes.toString('latin1', start)) };
    chunks.push(bytes.subarray(start, start + length));
    from = start + length + 2;
  }
}

function trailersOf(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(':'));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

function compare(header: string, body: Buffer, sent: string): void {
  const counted = checksum(header.slice(checksumPrefix.length), body);
  if (counted === undefined) throw new ServiceError('NotPlayedLocally', `S3 ${header} is not played locally`, 501);
  if (counted !== sent.trim()) throw badDigest(header);
}

/** In Base64; undefined for an algorithm that is not played. */
export function checksum(algorithm: string, body: Buffer): string | undefined {
  if (algorithm === 'sha1' || algorithm === 'sha256') return createHash(algorithm).update(body).digest('base64');
  if (algorithm !== 'crc32') return undefined;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}

function badDigest(header: string): ServiceError {
  return new ServiceError('BadDigest', `The ${header} you specified did not match what we received`, 400);
}
