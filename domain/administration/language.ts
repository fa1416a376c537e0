/** A language that has its phrases files; French is the one every administration has. Another one is added here and there. */
export type Language = 'fr' | 'en';

export const builtLanguages: readonly Language[] = ['fr', 'en'];

/** A text in each of the administration's languages. */
export type SpokenText = { fr: string } & { [Other in Exclude<Language, 'fr'>]?: string | undefined };

/** Keys that change to the second and the third language of a line; where it speaks them, no subject of the first level has them. */
const languageKeys = ['8', '7'] as const;

/** The key for each language but French, in the order of the file: key 8 is the second one's. */
export function languageKeysOf<Spoken extends string>(languages: readonly Spoken[]): [key: string, language: Spoken][] {
  const others = languages.filter((language) => language !== 'fr');
  return languageKeys.flatMap((key, index): [string, Spoken][] => {
    const language = others[index];
    return language === undefined ? [] : [[key, language]];
  });
}
