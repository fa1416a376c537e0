/** A language that has its phrases files; French is the one every administration has. */
export type Language = 'fr';

export const builtLanguages: readonly Language[] = ['fr'];

/** A text in each of the administration's languages. */
export type SpokenText = Partial<Record<Language, string>> & { fr: string };
