import { rendered, type Reference, type Value } from './references.ts';

/** A text to speak, or a pause, as the parameters of an action that speaks. */
export type Speech = { Text: string } | { SSML: string };

/** Longest text that Connect speaks in one prompt, in billed characters. */
const longestTextCharacters = 3000;

/** A sentence of the phrases with a reference in its place. */
interface Filled {
  readonly filled: string;
}

/** The reference must stand between spaces: Connect might read a full stop after it as a part of its path. */
export function filled(sentence: (value: string) => string, { path }: Reference): Filled {
  const text = sentence(path);
  const between = text.split(path);
  if (between.length !== 2 || !/(^|\s)$/u.test(between[0] ?? '') || !/^(\s|$)/u.test(between[1] ?? '')) {
    throw new Error(`"${text}": ${path} must stand once, between spaces`);
  }
  between.forEach(rendered);
  return { filled: text };
}

/**
 * The only way from words to a prompt: sentences and references, one after the other.
 * Plain text, not SSML: what a Lambda answers may hold `&` or `<`, which SSML would stumble over.
 */
export function speech(...parts: (Value | Filled)[]): Speech {
  const texts = parts.map((part) =>
    (typeof part === 'object' && 'filled' in part ? part.filled : rendered(part)).trim(),
  );
  const text = texts.filter((part) => part !== '').join(' ');
  if (text === '') throw new Error('a prompt without words');
  if (text.length > longestTextCharacters) {
    throw new Error(`a prompt of ${text.length} characters, at most ${longestTextCharacters}: "${text.slice(0, 40)}…"`);
  }
  return { Text: text };
}

/** A pause in a playlist; Connect allows 10 s at most in one break. */
export function pause(seconds: number): Speech {
  if (!(seconds > 0 && seconds <= 10)) throw new Error(`a pause of ${seconds} s: more than 0, at most 10`);
  return { SSML: `<speak><break time="${seconds}s"/></speak>` };
}
