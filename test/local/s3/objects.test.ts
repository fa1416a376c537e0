import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { keyOfPath, pathOfKey } from '../../../local/s3/object-path.ts';
import { ObjectStore } from '../../../local/s3/object-store.ts';
import { type S3Api, startS3Api } from '../../../local/s3/api.ts';

const Bucket = 'rappel-essai-reports';
let root: string;
let now: number;
let api: S3Api;
let client: S3Client;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'rappel-s3-'));
  now = Date.parse('2026-11-24T09:00:00Z');
  api = await startS3Api(new ObjectStore(root, [Bucket], () => now));
  client = new S3Client({
    endpoint: api.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await api.stop();
  rmSync(root, { recursive: true, force: true });
});

const byText = (one: string | undefined, other: string | undefined): number =>
  Buffer.compare(Buffer.from(one ?? ''), Buffer.from(other ?? ''));
const put = (Key: string, Body: string | Uint8Array) => client.send(new PutObjectCommand({ Bucket, Key, Body }));
const textOf = async (Key: string): Promise<string | undefined> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
};
const replaceBy = (given: object) => client.send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'two', ...given }));
const keysOf = async (Prefix?: string): Promise<(string | undefined)[]> => {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
  return Contents.map(({ Key }) => Key);
};

describe('the objects of the laptop', () => {
  it('are given back as they were put, whatever their size, and are a file that other programs read', async () => {
    const body = new Uint8Array(20 * 1024 * 1024).map((_, index) => index % 251);
    const ContentType = 'application/gzip';
    const CacheControl = 'no-store';
    await client.send(
      new PutObjectCommand({ Bucket, Key: 'a/day=2026-11-24/b.gz', Body: body, ContentType, CacheControl }),
    );
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'a/day=2026-11-24/b.gz' }));
    expect(got).toMatchObject({ ContentType, CacheControl, ContentLength: body.length });
    expect(got.ContentEncoding).toBeUndefined();
    expect(crc32((await got.Body?.transformToByteArray()) ?? '')).toBe(crc32(body));
    expect(crc32(readFileSync(join(root, Bucket, 'a/day=2026-11-24/b.gz')))).toBe(crc32(body));
  });

  it('are put as a stream too, in chunks with a checksum at their end', async () => {
    const Body = Readable.from(['une ligne\n', 'é'.repeat(70_000)]);
    const ContentLength = 10 + 140_000;
    await client.send(
      new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength, ContentEncoding: 'identity' }),
    );
    expect(await textOf('stream')).toBe(`une ligne\n${'é'.repeat(70_000)}`);
    const { ContentEncoding } = await client.send(new HeadObjectCommand({ Bucket, Key: 'stream' }));
    expect(ContentEncoding).toBe('identity');
  });

  it('were last modified when the clock of the centre says, also for a store opened later', async () => {
    await put('x', 'first');
    now += 3_600_000;
    await put('y', 'second');
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'x' }));
    expect(head).toMatchObject({ LastModified: new Date('2026-11-24T09:00:00Z'), ContentLength: 5 });
    const later = new ObjectStore(root, [Bucket], () => 0);
    expect(later.list(Bucket).map(({ lastModified }) => lastModified.toISOString().slice(11, 16))).toEqual([
      '09:00',
      '10:00',
    ]);
  });

  it('are listed by prefix in pages, and grouped where a delimiter is asked for', async () => {
    for (let index = 9; index >= 0; index--) await put(`records/calls/day=2026-11-24/${index}.gz`, 'x');
    await put('records/calls/day=2026-11-25/0.gz', 'x');
    await put('records-of-others', 'x');
    const Prefix = 'records/calls/day=2026-11-24/';
    const first = await client.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 6 }));
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 6 });
    const ContinuationToken = first.NextContinuationToken;
    const second = await client.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 6, ContinuationToken }));
    expect(second.NextContinuationToken).toBeUndefined();
    const keys = [...(first.Contents ?? []), ...(second.Contents ?? [])].map(({ Key }) => Key?.slice(-4));
    expect(keys).toEqual(['0.gz', '1.gz', '2.gz', '3.gz', '4.gz', '5.gz', '6.gz', '7.gz', '8.gz', '9.gz']);
    const grouped = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'records/calls/', Delimiter: '/' }));
    expect(grouped.CommonPrefixes?.map((each) => each.Prefix)).toEqual([
      'records/calls/day=2026-11-24/',
      'records/calls/day=2026-11-25/',
    ]);
    expect(await keysOf('records-')).toEqual(['records-of-others']);
    expect(await keysOf('nothing/here')).toEqual([]);
  });

  it('are deleted one by one and several at once, also those that are not there', async () => {
    for (const key of ['a', 'b & <c>', 'd']) await put(key, 'x');
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    const Objects = [{ Key: 'b & <c>' }, { Key: 'absent' }];
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(await keysOf()).toEqual(['d']);
    await expect(textOf('a')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('are replaced only as they are expected to be', async () => {
    const { ETag } = await put('x', 'one');
    await expect(replaceBy({ IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(replaceBy({ IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await replaceBy({ IfMatch: ETag });
    expect(await textOf('x')).toBe('two');
  });

  it('are refused where they are not what was counted, in no bucket, or by an operation that is not played', async () => {
    const damaged = new PutObjectCommand({ Bucket, Key: 'x', Body: 'one', ChecksumCRC32: 'AAAAAA==' });
    await expect(client.send(damaged)).rejects.toMatchObject({ name: 'BadDigest' });
    const elsewhere = new PutObjectCommand({ Bucket: 'elsewhere', Key: 'x', Body: 'one' });
    await expect(client.send(elsewhere)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    const parts = new CreateMultipartUploadCommand({ Bucket, Key: 'x' });
    await expect(client.send(parts)).rejects.toThrow(/S3: POST .*\?uploads.* is not played locally/);
    const tagged = new PutObjectCommand({ Bucket, Key: 'x', Body: 'one', Tagging: 'a=b' });
    await expect(client.send(tagged)).rejects.toThrow('S3: the header x-amz-tagging is not played locally');
    expect(await keysOf()).toEqual([]);
  });

  it('stay in the folder of their bucket, whatever their key', async () => {
    for (const key of ['../../out', 'a/../../out', '/out', './x', 'a//b', 'c/', 'nul\u0000', 'é/ü %2E'])
      await put(key, key);
    expect((await keysOf()).toSorted(byText)).toEqual(
      ['../../out', './x', '/out', 'a/../../out', 'a//b', 'c/', 'nul\u0000', 'é/ü %2E'].toSorted(byText),
    );
    expect(await textOf('a/../../out')).toBe('a/../../out');
    expect(globSync('**/out', { cwd: root, withFileTypes: false }).every((path) => path.startsWith(Bucket))).toBe(true);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });

  it('have a path of their own, from which their key can be told, for every key', () => {
    const part = string({ unit: constantFrom('.', '/', '%', 'é', 'a', '\\', ' ', '2', 'E'), maxLength: 12 });
    assert(
      property(array(part), (parts) => {
        const key = parts.join('/');
        expect(keyOfPath(pathOfKey(key))).toBe(key);
        expect(pathOfKey(key).split('/')).not.toContain('..');
      }),
    );
  });
});

describe('a centre that is killed while it puts an object', () => {
  it('leaves the former object whole, or the new one', async () => {
    const child = spawn(process.execPath, ['test/local/s3/endless-puts.ts', root, Bucket], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await wait(Math.random() * 100);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = new ObjectStore(root, [Bucket], () => now);
    const body = store.get(Bucket, 'report')?.body ?? Buffer.alloc(0);
    expect(body.length).toBe(8 * 1024 * 1024);
    expect(new Set(body).size).toBe(1);
    expect(store.list(Bucket).map(({ key }) => key)).toEqual(['report']);
    expect(existsSync(join(root, '.incomplete'))).toBe(false);
  });
});
