import type { Language } from '../../domain/administration/language.ts';

/** Of Amazon Polly, with its neural engine. */
export const voices: Record<Language, string> = { fr: 'Lea', en: 'Amy' };

export const languageCodes: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Values of the attribute `speechRate`; slower from the key 9 on. */
export const usualRate = '100%';
export const slowerRate = '80%';
