import type { PersonRow } from '../compiled-rows.ts';
import { versionOf } from '../person.ts';
import { isOfDay } from './call-rows.ts';
import type { LocalDay } from './local-day.ts';
import type { MadePromise } from './promises.ts';
import { byCodeUnits } from './settle.ts';
import { type TelephoneCall, voiceAt } from './telephone-calls.ts';

/** Everybody who rang on the day by a number that was not withheld. */
export function personRows(
  calls: ReadonlyMap<string, TelephoneCall>,
  promises: readonly MadePromise[],
  { day, isOver }: { day: LocalDay; isOver: boolean },
): PersonRow[] {
  const voices = firstVoices(calls, promises);
  const callsOf = new Map<string, number>();
  for (const call of calls.values()) {
    const { person } = call.first;
    if (call.kind === 'inbound' && person !== '' && isOfDay(call, day))
      callsOf.set(person, (callsOf.get(person) ?? 0) + 1);
  }
  const laterVersions = versionsAfter(calls, day);
  const isKnown = (person: string): boolean =>
    isOver && [...laterVersions].every((version) => version === versionOf(person));
  const rows = [...callsOf].map(([person, count]): PersonRow => {
    const voice = voices.get(person) ?? Infinity;
    return {
      person,
      calls: count,
      reached_same_day: voice < day.endsAt,
      reached_two_days: isKnown(person) ? voice < day.nextEndsAt : null,
    };
  });
  return rows.toSorted((one, other) => byCodeUnits(one.person, other.person));
}

/** When each person first heard an agent, in a call of theirs or of ours: also at a number other than the one they rang from. */
function firstVoices(calls: ReadonlyMap<string, TelephoneCall>, promises: readonly MadePromise[]): Map<string, number> {
  const voices = new Map<string, number>();
  const note = (person: string, at: number | null): void => {
    if (person !== '' && at !== null && at < (voices.get(person) ?? Infinity)) voices.set(person, at);
  };
  for (const call of calls.values()) note(call.first.person, voiceAt(call));
  for (const { call, voiceAt: at } of promises) note(call?.first.person ?? '', at);
  return voices;
}

/** On the first day of a year the same person has another hash: who was reached then cannot be told of those of the day before. */
function versionsAfter(calls: ReadonlyMap<string, TelephoneCall>, { endsAt, nextEndsAt }: LocalDay): Set<string> {
  const versions = new Set<string>();
  for (const { first } of calls.values()) {
    if (first.person !== '' && first.startedAt >= endsAt && first.startedAt < nextEndsAt)
      versions.add(versionOf(first.person));
  }
  return versions;
}
