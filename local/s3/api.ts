import { EndpointFaults } from '../endpoint-faults.ts';
import {
  type Endpoint,
  type EndpointAnswer,
  type EndpointRequest,
  listenLocally,
  ServiceError,
} from '../http-endpoint.ts';
import { pageOf } from './list-objects.ts';
import type { ObjectHeaders, ObjectStore, StoredObject } from './object-store.ts';
import { checksum, sentBody } from './sent-body.ts';
import { textsOf, xmlAnswer, xmlFault } from './xml.ts';

export interface S3Api extends Endpoint {
  /** By operation name. */
  faults: EndpointFaults;
}
interface Request extends Pick<EndpointRequest, 'method' | 'path' | 'query' | 'headers' | 'bytes'> {
  bucket: string;
  key: string;
  parameters: URLSearchParams;
}
type Operation = 'PutObject' | 'GetObject' | 'HeadObject' | 'DeleteObject' | 'DeleteObjects' | 'ListObjectsV2';

const mostKeys = 1000;
const keptHeader = /^(content-(type|encoding|language|disposition)|cache-control|x-amz-meta-.+)$/;
/** They would change what is done, and are not played. */
const refusedHeader = /^(range|x-amz-(acl|copy-source.*|grant-.+|object-lock-.+|tagging|website-redirect-location))$/;
const objectParameters = ['x-id'];
const listParameters = ['list-type', 'prefix', 'delimiter', 'continuation-token', 'start-after', 'max-keys', 'x-id'];

/** Amazon S3 over a store: the operations that the bundles call, by path; every other one is refused by name. */
export async function startS3Api(store: ObjectStore): Promise<S3Api> {
  const faults = new EndpointFaults();
  const endpoint = await listenLocally(async (request) => {
    try {
      const parsed = parse(request);
      const operation = operationOf(parsed);
      return (await faults.before(operation)) ?? operations[operation](store, parsed);
    } catch (error) {
      if (error instanceof ServiceError) return xmlFault(error);
      throw error;
    }
  });
  return { ...endpoint, faults };
}

function parse({ method, path, query, headers, bytes }: EndpointRequest): Request {
  const [, bucket = '', ...parts] = path.split('/').map((part) => decodeURIComponent(part));
  return { method, path, query, headers, bytes, bucket, key: parts.join('/'), parameters: new URLSearchParams(query) };
}

/** @throws ServiceError naming what is not played */
function operationOf({ method, path, query, key, parameters, headers }: Request): Operation {
  const only = (known: readonly string[]): boolean => [...parameters.keys()].every((name) => known.includes(name));
  const refused = Object.keys(headers).find((name) => refusedHeader.test(name));
  if (refused !== undefined) throw notPlayed(`the header ${refused}`);
  if (key !== '' && only(objectParameters)) {
    if (method === 'PUT') return 'PutObject';
    if (method === 'GET') return 'GetObject';
    if (method === 'HEAD') return 'HeadObject';
    if (method === 'DELETE') return 'DeleteObject';
  }
  if (key === '' && method === 'GET' && parameters.get('list-type') === '2' && only(listParameters)) {
    return 'ListObjectsV2';
  }
  if (key === '' && method === 'POST' && parameters.has('delete') && only(['delete', 'x-id'])) return 'DeleteObjects';
  throw notPlayed(`${method} ${path}${query && `?${query}`}`);
}

const operations: Record<Operation, (store: ObjectStore, request: Request) => EndpointAnswer> = {
  PutObject: (store, { bucket, key, bytes, headers }) => {
    const body = sentBody(bytes, headers);
    refuseUnlessAsExpected(store.get(bucket, key), headers);
    return { status: 200, headers: { etag: `"${store.put(bucket, key, body, keptHeaders(headers))}"` }, body: '' };
  },
  GetObject: (store, request) => {
    const found = present(store, request);
    return { status: 200, headers: headersOf(found), body: found.body };
  },
  HeadObject: (store, request) => ({ status: 200, headers: headersOf(present(store, request)), body: '' }),
  DeleteObject: (store, { bucket, key }) => {
    store.delete(bucket, key);
    return { status: 204, body: '' };
  },
  DeleteObjects: (store, { bucket, bytes }) => {
    const keys = textsOf('Key', bytes.toString('utf8'));
    for (const key of keys) store.delete(bucket, key);
    return xmlAnswer('DeleteResult', { Deleted: keys.map((Key) => ({ Key })) });
  },
  ListObjectsV2: list,
};

function list(store: ObjectStore, { bucket, parameters }: Request): EndpointAnswer {
  const prefix = parameters.get('prefix') ?? '';
  const delimiter = parameters.get('delimiter') ?? '';
  const token = parameters.get('continuation-token');
  const after = token === null ? (parameters.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const most = Math.min(Number(parameters.get('max-keys') ?? mostKeys), mostKeys);
  const { objects, commonPrefixes, next } = pageOf(store.list(bucket, prefix), { prefix, delimiter, after, most });
  return xmlAnswer('ListBucketResult', {
    Name: bucket,
    Prefix: prefix,
    KeyCount: objects.length + commonPrefixes.length,
    MaxKeys: most,
    IsTruncated: next !== undefined,
    NextContinuationToken: next === undefined ? undefined : Buffer.from(next).toString('base64url'),
    Contents: objects.map(({ key, sizeBytes, lastModified }) => ({
      Key: key,
      LastModified: lastModified.toISOString(),
      ETag: `"${store.etag(bucket, key)}"`,
      Size: sizeBytes,
      StorageClass: 'STANDARD',
    })),
    CommonPrefixes: commonPrefixes.map((Prefix) => ({ Prefix })),
  });
}

/** @throws ServiceError NoSuchKey */
function present(store: ObjectStore, { bucket, key }: Request): StoredObject {
  const found = store.get(bucket, key);
  if (found === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
  return found;
}

/** `If-Match` and `If-None-Match: *`. @throws ServiceError PreconditionFailed */
function refuseUnlessAsExpected(found: StoredObject | undefined, headers: EndpointRequest['headers']): void {
  const match = headers['if-match'];
  const none = headers['if-none-match'];
  if (none !== undefined && none !== '*') throw notPlayed('If-None-Match with an ETag');
  const holds = (none === undefined || found === undefined) && (match === undefined || match === quoted(found?.etag));
  if (holds) return;
  throw new ServiceError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
}

const quoted = (etag: string | undefined): string => `"${etag ?? ''}"`;

/** The encoding of the chunks in which it was sent is not the object's own. */
function keptHeaders(headers: EndpointRequest['headers']): ObjectHeaders {
  const given = Object.entries(headers).filter(([name]) => keptHeader.test(name));
  const kept = given.map(([name, value]) => [name, String(value).replaceAll(/(^|,)\s*aws-chunked\s*/g, '')] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== ''));
}

function headersOf({ body, etag, lastModified, headers }: StoredObject): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    ...headers,
    'content-length': String(body.length),
    'last-modified': lastModified.toUTCString(),
    'x-amz-checksum-crc32': checksum('crc32', body) ?? '',
    'x-amz-checksum-type': 'FULL_OBJECT',
    etag: quoted(etag),
  };
}

function notPlayed(what: string): ServiceError {
  return new ServiceError('NotPlayedLocally', `S3: ${what} is not played locally`, 501);
}
