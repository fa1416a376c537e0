import { builtLanguages, type Language } from '../../domain/administration/language.ts';

/** Throws where the flow asks for a language that is not built. */
export function languageOf(parameters: Record<string, string>): Language {
  const language = builtLanguages.find((built) => built === parameters['language']);
  if (!language) throw new Error(`no such language: ${parameters['language']}`);
  return language;
}
