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
