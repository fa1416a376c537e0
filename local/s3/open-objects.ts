import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployment } from '../deployment.ts';
import { type S3Api, startS3Api } from './api.ts';
import { ObjectStore } from './object-store.ts';

interface OpenObjects {
  objects: ObjectStore;
  s3: S3Api;
  stopObjects: () => Promise<void>;
}

/** The buckets of a line and their endpoint. In a temporary folder, which is removed at the end, unless a path is given. */
export async function openObjects(
  { buckets }: Pick<Deployment, 'buckets'>,
  now: () => number,
  path?: string,
): Promise<OpenObjects> {
  const root = path ?? join(tmpdir(), `rappel-objects-${randomUUID()}`);
  const names = buckets.map(({ name }) => name);
  const objects = new ObjectStore(root, names, now);
  const s3 = await startS3Api(objects);
  const stopObjects = async (): Promise<void> => {
    await s3.stop();
    if (path === undefined) rmSync(root, { recursive: true, force: true });
  };
  return { objects, s3, stopObjects };
}
