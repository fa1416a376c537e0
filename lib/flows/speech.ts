import type { Language } from '../../domain/administration/language.ts';
import { attribute, rendered, type Reference, type Value } from './references.ts';
import { languageCodes } from './voices.ts';

/** A text to speak, or a pause, as the parameters of an action that speaks. */
export type Speech = { Text: string } | { SSML: string };

/** Longest text that Connect speaks in one prompt, in billed characters. */
const longestTextCharacters = 3000;

/** A sentence with a reference in its place, or in another language than the rest. */
interface Marked {
  readonly marked: string;
}

type Part = Value | Marked;

/** `speech`, or `plainSpeech`. */
export type Speaking = (...sentences: string[]) => Speech;

/** The reference must stand between spaces: Connect might read a full stop after it as a part of its path. */
export function filled(sentence: (value: string) => string, { path }: Reference): Marked {
  const text = sentence(path);
  const between = text.split(path);
  if (between.length !== 2 || !/(^|\s)$/u.test(between[0] ?? '') || !/^(\s|$)/u.test(between[1] ?? '')) {
    throw new Error(`"${text}": ${path} must stand once, between spaces`);
  }
  return { marked: between.map(withoutMarkup).join(path) };
}

/** A sentence in another language than that of the flow, for the voice to pronounce. */
export function spokenIn(language: Language, sentence: string): Marked {
  return { marked: `<lang xml:lang="${languageCodes[language]}">${withoutMarkup(sentence)}</lang>` };
}

/**
 * The only way from words to a prompt for the caller: sentences and references, one after the other, at the speed that the
 * caller chose. What functions answer holds no markup: the schema refuses it in the file, and phrases have none.
 */
export function speech(...parts: Part[]): Speech {
  const words = wordsOf(parts, (part) => (typeof part === 'string' ? withoutMarkup(part) : rendered(part)));
  return { SSML: `<speak><prosody rate="${attribute('speechRate').path}">${words}</prosody></speak>` };
}

/** At the usual speed: for agents, and for callers about whom nothing could be remembered. Plain text, not markup. */
export function plainSpeech(...parts: Value[]): Speech {
  return { Text: wordsOf(parts, rendered) };
}

/** A pause in a playlist; Connect allows 10 s at most in one break. */
export function pause(seconds: number): Speech {
  if (!(seconds > 0 && seconds <= 10)) throw new Error(`a pause of ${seconds} s: more than 0, at most 10`);
  return { SSML: `<speak><break time="${seconds}s"/></speak>` };
}

function wordsOf<Kind extends Part>(parts: Kind[], words: (part: Exclude<Kind, Marked>) => string): string {
  const texts = parts.map((part) =>
    (typeof part === 'object' && 'marked' in part ? part.marked : words(part as Exclude<Kind, Marked>)).trim(),
  );
  const text = texts.filter((part) => part !== '').join(' ');
  if (text === '') throw new Error('a prompt without words');
  if (text.length > longestTextCharacters) {
    throw new Error(`a prompt of ${text.length} characters, at most ${longestTextCharacters}: "${text.slice(0, 40)}…"`);
  }
  return text;
}

/** Markup would read what markup means: a sentence is words alone. */
function withoutMarkup(sentence: string): string {
  return rendered(sentence).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
