import { accessibilityText } from '../sms/information.ts';
import type { FaultPath } from './faults.ts';
import { wrongValue, type DataFault } from './schema-faults.ts';
import { placedSubjects, type SoundParts, type SoundText } from './sound-parts.ts';

interface PlacedText {
  text: SoundText | undefined;
  path: FaultPath;
}

/** Every text of a file that callers hear or read. */
function textsOf({ spokenName, subjects, sms }: SoundParts): PlacedText[] {
  const ofSubjects = placedSubjects(subjects).flatMap(({ subject: { spoken, information }, path }) => [
    { text: spoken, path: [...path, 'spoken'] },
    { text: information?.spoken, path: [...path, 'information', 'spoken'] },
    { text: information?.sms, path: [...path, 'information', 'sms'] },
  ]);
  const ofSms = Object.entries(sms?.texts ?? {}).map(([id, text]) => ({ text, path: ['sms', 'texts', id] }));
  return [{ text: spokenName, path: ['spokenName'] }, ...ofSubjects, ...ofSms];
}

/** An agent's screen, of which Connect shows 16 kB, holds no more. */
const mostAgentTexts = 15;

/** What agents send has names of its own, since a text is asked for by its name, and fits on one screen. */
export function agentTextFaults({ subjects, sms }: SoundParts): DataFault[] {
  const ids = Object.keys(sms?.texts ?? {});
  const ofSubjects = placedSubjects(subjects).flatMap(({ subject: { id, information } }) =>
    information?.sms === undefined ? [] : [id],
  );
  const taken = [...ofSubjects, accessibilityText];
  return [
    ...(ids.length > mostAgentTexts
      ? [wrongValue(['sms', 'texts'], `${ids.length} texts, at most ${mostAgentTexts}: agents choose on one screen`)]
      : []),
    ...ids.flatMap((id) =>
      taken.includes(id)
        ? [{ path: ['sms', 'texts', id], at: 'key' as const, message: 'another name: callers get a text of this one' }]
        : [],
    ),
  ];
}

/** Every text in every language of the line, and in no other one. French is the schema's to ask for. */
export function textFaults(parts: SoundParts): DataFault[] {
  const { languages = ['languages' in parts ? undefined : 'fr'] } = parts;
  // A language that is misspelt may be any of those that the texts are in.
  const known = !languages.includes(undefined);
  const others = languages.filter((language) => language !== undefined && language !== 'fr');
  return textsOf(parts).flatMap(({ text, path }) => {
    if (text === undefined) return [];
    const missing = others.filter((language) => !Object.hasOwn(text, language ?? ''));
    const further = Object.keys(text).filter((language) => language !== 'fr' && text[language] !== undefined);
    const unspoken = known ? further.filter((language) => !languages.includes(language)) : [];
    return [
      ...missing.map((language) => wrongValue(path, `missing in ${language}, a language of this line`)),
      ...unspoken.map((language) => {
        return wrongValue(
          [...path, language],
          `the line does not speak ${language}: name it in languages, or leave it out`,
        );
      }),
    ];
  });
}
