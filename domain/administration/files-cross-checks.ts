import type { FaultPath } from './faults.ts';
import type { SoundParts } from './sound-parts.ts';

/** A value that only one file may have, and what makes two of them the same. */
interface Unique {
  path: FaultPath;
  what: string;
  key: (parts: SoundParts) => string | undefined;
}

const uniques: readonly Unique[] = [
  { path: ['id'], what: 'id', key: ({ id }) => id },
  { path: ['alias'], what: 'alias', key: ({ alias }) => alias },
  {
    path: ['number', 'arn'],
    what: 'number',
    key: ({ number }) => (typeof number === 'object' ? number.arn : undefined),
  },
  {
    path: ['sms', 'senderId'],
    what: 'sender ID, in one account and region',
    key: ({ sms, account, region }) =>
      sms?.senderId === undefined || region === undefined
        ? undefined
        : `${account ?? 'that of the credentials'} ${region} ${sms.senderId.toUpperCase()}`,
  },
];

/** A fault that only files together have. */
export interface FilesFault {
  /** Index of the file in which it is reported. */
  file: number;
  path: FaultPath;
  message: string;
}

/** What two files share and may not, in the later one: ids, aliases, numbers, sender IDs of one account and region. */
export function sharedValues(files: readonly { path: string; parts: SoundParts }[]): FilesFault[] {
  return uniques.flatMap(({ path, what, key }) => {
    const keys = files.map(({ parts }) => key(parts));
    return keys.flatMap((value, file) => {
      const first = keys.indexOf(value);
      if (value === undefined || first === file) return [];
      return [{ file, path, message: `the same ${what} as ${files[first]?.path}` }];
    });
  });
}
