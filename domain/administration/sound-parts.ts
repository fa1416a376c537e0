import type { HolidayZone } from './administration.ts';
import type { FaultPath } from './faults.ts';
import { valueAt, type DataFault } from './schema-faults.ts';

export type SoundHours = Record<string, unknown[] | undefined>;

interface SoundQueue {
  agents?: Record<string, number | undefined>;
  hours?: SoundHours;
}
/** By language; a language whose text is faulty keeps its key. */
export type SoundText = Record<string, string | undefined>;

export interface SoundSubject {
  key?: string;
  id?: string;
  spoken?: SoundText;
  queue?: string;
  information?: { spoken?: SoundText; sms?: SoundText };
  transferNumber?: string;
  subjects?: (SoundSubject | undefined)[];
}
export interface SoundHolidays {
  zone?: HolidayZone;
  through?: number;
  extra?: (string | undefined)[];
  openOn?: (string | undefined)[];
}

/**
 * What is left of a file once faulty values are taken out (undefined stands in their place): what is there has passed
 * its own check, so that one fault hides no other. Defaults are not filled in.
 */
export interface SoundParts {
  id?: string;
  region?: string;
  account?: string;
  alias?: string;
  spokenName?: SoundText;
  publicNumber?: string;
  number?: 'none' | { arn?: string; displayed?: string };
  holidays?: SoundHolidays;
  hours?: SoundHours;
  languages?: (string | undefined)[];
  queues?: Record<string, SoundQueue | undefined>;
  subjects?: (SoundSubject | undefined)[];
  survey?: { afterNoAnswer?: boolean };
  sms?: { senderId?: string; countries?: (string | undefined)[]; texts?: Record<string, SoundText | undefined> };
}

/** The data with undefined wherever a value is faulty; its key stays, since others may refer to it. */
export function soundParts(data: unknown, faults: readonly DataFault[]): SoundParts {
  const sound: unknown = structuredClone(data);
  for (const { path } of faults) {
    const step = path.at(-1);
    const holder = valueAt(sound, path.slice(0, -1));
    if (step === undefined || typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) continue;
    Object.defineProperty(holder, step, { value: undefined });
  }
  return typeof sound === 'object' && sound !== null ? sound : {};
}

/** A subject of either level, with where it stands. */
export interface PlacedSubject {
  subject: SoundSubject;
  path: FaultPath;
}

/** The sound subjects of both levels, the second after the menu that opens it. */
export function placedSubjects(subjects: SoundParts['subjects'], path: FaultPath = ['subjects']): PlacedSubject[] {
  return (subjects ?? []).flatMap((subject, index) => {
    if (subject === undefined) return [];
    const here = [...path, index];
    return [{ subject, path: here }, ...placedSubjects(subject.subjects, [...here, 'subjects'])];
  });
}
