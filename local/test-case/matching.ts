import { markupPrompt } from '../connect/speech.ts';
import type { ExpectedMessage } from './language-events.ts';

/**
 * From this share of common words on, messages are similar. Connect compares meanings, by means that it does not describe; on a laptop
 * the words are compared.
 */
const leastSimilarity = 0.75;

/** Words alone: without accents, capitals and punctuation. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Twice the words that both have, by how many words they have together: from 0 to 1. */
function similarity(one: string, other: string): number {
  const ofOne = wordsOf(one);
  const left = wordsOf(other);
  const total = ofOne.length + left.length;
  let common = 0;
  for (const word of ofOne) {
    const index = left.indexOf(word);
    if (index < 0) continue;
    left.splice(index, 1);
    common++;
  }
  return total === 0 ? 1 : (2 * common) / total;
}

/** Whether those words are in the text, one after the other. */
function includes(text: string, part: string): boolean {
  return ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(part).join(' ')} `);
}

/** What is expected, as it is heard. */
export function expectedText({ Text, SSML, PromptId, Media }: ExpectedMessage): string {
  if (SSML !== undefined) return markupPrompt(SSML).text;
  return Text ?? `[${PromptId ?? Media?.Uri ?? ''}]`;
}

/** @param heard the words that are heard; a recording is its name in brackets */
export function isHeard(expected: ExpectedMessage, heard: string): boolean {
  const text = expectedText(expected);
  if (expected.PromptId !== undefined || expected.Media !== undefined) return heard === text;
  return expected.MatchingCriteria?.Type === 'Inclusion'
    ? includes(heard, text)
    : similarity(heard, text) >= leastSimilarity;
}
