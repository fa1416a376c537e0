import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { KeptRecords } from '../firehose/kept-records.ts';
import { KeepFault } from './keep-fault.ts';
import { LineJournal } from './line-journal.ts';

/** Grows when what is written here can no longer be read by those who wrote the former one. */
const format = 1;
const markerName = 'rappel-keep.json';
const clockName = 'clock.json';

const marker = z.object({ keptBy: z.literal('rappel'), format: z.number().int().min(1) });
const clock = z.object({ nowMilliseconds: z.number().int() });

/**
 * The directory in which a local contact centre survives its end: `rappel-keep.json`, `clock.json`, `ledger/`, `objects/<bucket>/`, and for each
 * line a journal and the records that are in no object yet.
 */
export interface KeptDirectory {
  /** A LevelDB, written by one process at a time. */
  ledgerPath: string;
  objectsPath: string;
  /** Where the clock stood last; undefined in a new directory. */
  clockMilliseconds: number | undefined;
  saveClock(nowMilliseconds: number): void;
  /** @throws KeepFault where it cannot be read */
  journal(administrationId: string): LineJournal;
  /** @throws KeepFault where it cannot be read */
  records(administrationId: string): KeptRecords;
}

/** Opens it; a directory that is empty, or absent beside others, becomes one. @throws KeepFault */
export function openKeptDirectory(path: string): KeptDirectory {
  const directory = resolve(path);
  if (existsSync(directory)) refuseForeign(directory);
  else if (!existsSync(dirname(directory))) throw new KeepFault(`${path}: there is no directory ${dirname(directory)}`);
  // It holds numbers and texts: nobody else on the machine reads them.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(join(directory, markerName))) writeWhole(join(directory, markerName), { keptBy: 'rappel', format });
  const clockFile = join(directory, clockName);
  return {
    ledgerPath: join(directory, 'ledger'),
    objectsPath: join(directory, 'objects'),
    clockMilliseconds: existsSync(clockFile) ? read(clockFile, clock).nowMilliseconds : undefined,
    saveClock: (nowMilliseconds) => writeWhole(clockFile, { nowMilliseconds }),
    journal: (id) => new LineJournal(join(directory, `${id}.jsonl`)),
    records: (id) => new KeptRecords(join(directory, `${id}-records.jsonl`)),
  };
}

/** One that a centre was kept in before. @throws KeepFault */
export function openExistingDirectory(path: string): KeptDirectory {
  if (existsSync(join(path, markerName))) return openKeptDirectory(path);
  throw new KeepFault(`${path} keeps no contact centre: "npm start -- --keep ${path}" begins one`);
}

function refuseForeign(directory: string): void {
  if (!statSync(directory).isDirectory()) throw new KeepFault(`${directory} is a file, not a directory`);
  const markerFile = join(directory, markerName);
  if (!existsSync(markerFile)) {
    // A file half written when the first start was cut is nobody's.
    if (readdirSync(directory).every((name) => name === `${markerName}.new`)) return;
    throw new KeepFault(`${directory} holds something else than a kept contact centre: name an empty directory`);
  }
  const { format: found } = read(markerFile, marker);
  if (found <= format) return;
  throw new KeepFault(`${directory} was kept by a newer Rappel (format ${found}; this one reads up to ${format})`);
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new KeepFault(`${file} is damaged: what was kept cannot be opened; move the directory away to begin anew`);
  }
}

/** Whoever is stopped meanwhile leaves the former file or this one. */
function writeWhole(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content)}\n`);
  renameSync(`${file}.new`, file);
}
