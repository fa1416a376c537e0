import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';

export interface StoredObject {
  key: string;
  modifiedAt: Date;
  bytes: number;
}

/** One bucket. Objects of lines are gzipped text, one JSON value a line; the same lines always make the same bytes. */
export function bucket(bucketName: string) {
  const client = new S3Client({ maxAttempts: 3 });

  async function body(key: string): Promise<Readable | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: key }));
      if (!(Body instanceof Readable)) throw new Error(`${key} has no body`);
      return Body;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async function put(key: string, content: Uint8Array | string, contentType: string): Promise<void> {
    const command = { Bucket: bucketName, Key: key, Body: content, ContentType: contentType };
    await client.send(new PutObjectCommand(command));
  }

  return {
    put,

    /** Undefined where there is no such object. */
    async text(key: string): Promise<string | undefined> {
      const content = await body(key);
      return content && Buffer.concat(await content.toArray()).toString('utf8');
    },

    /** Every object below a prefix, in the order of their keys. */
    async list(prefix: string): Promise<StoredObject[]> {
      const found: StoredObject[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucketName,
            Prefix: prefix,
            ...(ContinuationToken && { ContinuationToken }),
          }),
        );
        for (const { Key, LastModified, Size } of page.Contents ?? []) {
          if (Key !== undefined && LastModified) found.push({ key: Key, modifiedAt: LastModified, bytes: Size ?? 0 });
        }
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      return found;
    },

    /** The lines of an object, read as they come; none where there is no such object. Throws where it is no gzip. */
    async *lines(key: string): AsyncGenerator<string> {
      const content = await body(key);
      if (!content) return;
      const unzipped = createGunzip();
      content.on('error', (error) => unzipped.destroy(error));
      yield* createInterface({ input: content.pipe(unzipped), crlfDelay: Infinity });
    },

    async putLines(key: string, lines: Iterable<string>): Promise<void> {
      await put(key, await gzipped(lines), 'application/gzip');
    },

    async remove(key: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucketName, Key: key }));
    },
  };
}
export type Bucket = ReturnType<typeof bucket>;

const linesAtOnce = 1000;

/** A batch of lines at a time: neither a write for each line nor the whole text in memory. */
async function gzipped(lines: Iterable<string>): Promise<Buffer> {
  const gzip = createGzip();
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(gzip, 'end');
  let batch: string[] = [];
  for (const line of lines) {
    batch.push(`${line}\n`);
    if (batch.length < linesAtOnce) continue;
    await write(gzip, batch.join(''));
    batch = [];
  }
  gzip.end(batch.join(''));
  await ended;
  return Buffer.concat(chunks);
}

async function write(gzip: Gzip, text: string): Promise<void> {
  if (!gzip.write(text)) await once(gzip, 'drain');
}
