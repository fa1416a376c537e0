import type { FaultPath } from './faults.ts';
import { builtLanguages, languageKeysOf } from './language.ts';
import { numbersOfLine } from './line-numbers.ts';
import { repeated } from './repetitions.ts';
import { wrongValue, type DataFault } from './schema-faults.ts';
import { placedSubjects, type PlacedSubject, type SoundParts, type SoundSubject } from './sound-parts.ts';

/** Faults between the subjects of one file, of both levels, and between them and its queues, languages and numbers. */
export function subjectFaults(parts: SoundParts): DataFault[] {
  const { subjects } = parts;
  if (subjects === undefined) return [];
  if (subjects.length === 0) return [wrongValue(['subjects'], 'at least one subject')];
  const placed = placedSubjects(subjects);
  const unknown = unknownQueues(placed, Object.keys(parts.queues ?? {}));
  return [
    ...repeatedKeys(subjects),
    ...repeated(
      placed.map(({ subject }) => subject.id),
      (index) => [...(placed[index]?.path ?? []), 'id'],
    ),
    ...takenKeys(parts),
    ...unknown,
    // A misspelt reference already explains why its queue has no subject.
    ...(unknown.length === 0 ? unreachedQueues(placed, parts) : []),
    ...selfTransfers(placed, numbersOfLine(parts)),
    ...longMenus(subjects),
  ];
}

/** A key is pressed on one level of one menu: two subjects of the same one may not share it. */
function repeatedKeys(subjects: readonly (SoundSubject | undefined)[], path = ['subjects'] as (string | number)[]) {
  const keys = subjects.map((subject) => subject?.key);
  return [
    ...repeated(keys, (index) => [...path, index, 'key']),
    ...subjects.flatMap((subject, index): DataFault[] =>
      subject?.subjects === undefined ? [] : repeatedKeys(subject.subjects, [...path, index, 'subjects']),
    ),
  ];
}

/** The words of a choice besides its subject, "pour …, tapez 1", and those of the agent's, said with the menu the second time. */
const choiceWords = 3;
const agentWords = 5;
const longestMenuWords = 30;

/** All the choices of a level are said before a key is awaited, in each language. */
function longMenus(subjects: readonly (SoundSubject | undefined)[], path: FaultPath = ['subjects']): DataFault[] {
  const words = (language: string): number =>
    subjects.reduce((sum, subject) => {
      return sum + choiceWords + (subject?.spoken?.[language]?.split(/\s+/u).length ?? 0);
    }, agentWords);
  const long = builtLanguages.filter((language) => words(language) > longestMenuWords);
  return [
    ...long.map((language) => {
      const most = longestMenuWords - agentWords - choiceWords * subjects.length;
      return wrongValue(
        path,
        `${most} words at most for these ${subjects.length} subjects in ${language}: callers listen for 12 s`,
      );
    }),
    ...subjects.flatMap((subject, index) =>
      subject?.subjects === undefined ? [] : longMenus(subject.subjects, [...path, index, 'subjects']),
    ),
  ];
}

/** On the first level, a second and a third language have keys of their own. */
function takenKeys({ subjects, languages }: SoundParts): DataFault[] {
  const taken = languageKeysOf((languages ?? []).filter((language) => language !== undefined));
  return (subjects ?? []).flatMap((subject, index) => {
    const language = taken.find(([key]) => key === subject?.key)?.[1];
    if (language === undefined) return [];
    return [wrongValue(['subjects', index, 'key'], `the key for ${language}, a language of this line: use another`)];
  });
}

function unknownQueues(placed: readonly PlacedSubject[], names: readonly string[]): DataFault[] {
  return placed.flatMap(({ subject: { queue }, path }) =>
    queue !== undefined && names.length > 0 && !names.includes(queue)
      ? [wrongValue([...path, 'queue'], `no such queue; queues: ${names.join(', ')}`)]
      : [],
  );
}

function unreachedQueues(placed: readonly PlacedSubject[], { queues, subjects }: SoundParts): DataFault[] {
  // A subject whose destination is faulty may have been meant to lead there.
  const allLead =
    !subjects?.includes(undefined) &&
    placed.every(({ subject: { queue, information, transferNumber, subjects: further } }) =>
      further === undefined
        ? queue !== undefined || information !== undefined || transferNumber !== undefined
        : !further.includes(undefined),
    );
  const unreached = Object.keys(queues ?? {}).filter((name) => !placed.some(({ subject }) => subject.queue === name));
  return (allLead ? unreached : []).map((name): DataFault => {
    return { path: ['queues', name], at: 'key', message: 'no subject leads to this queue' };
  });
}

function selfTransfers(placed: readonly PlacedSubject[], own: readonly string[]): DataFault[] {
  return placed.flatMap(({ subject: { transferNumber }, path }) =>
    transferNumber !== undefined && own.includes(transferNumber)
      ? [wrongValue([...path, 'transferNumber'], 'leads back to this line itself')]
      : [],
  );
}
