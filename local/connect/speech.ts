import { speakingSeconds } from '../../domain/administration/speaking-time.ts';
import { readMarkup } from '../../flow-language/speech-markup.ts';

const SHORTEST_SECONDS = 1;
/** Nothing tells how long a recorded prompt is. */
const RECORDING_SECONDS = 10;

export interface Prompt {
  /** What is heard, without markup; a recording's name in brackets. */
  text: string;
  seconds: number;
}

export function spokenPrompt(text: string): Prompt {
  return { text, seconds: Math.max(SHORTEST_SECONDS, speakingSeconds(text)) };
}

/**
 * Speech markup is heard without its tags; its words take the time of their rate, a rate within another one multiplies it, and breaks are
 * silence that takes their time.
 * @throws MalformedMarkup
 */
export function markupPrompt(ssml: string): Prompt {
  let text = '';
  let speechSeconds = 0;
  let silenceSeconds = 0;
  for (const piece of readMarkup(ssml)) {
    if ('silenceSeconds' in piece) silenceSeconds += piece.silenceSeconds;
    else {
      text += piece.text;
      speechSeconds += speakingSeconds(piece.text) / piece.rate;
    }
  }
  text = text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .trim();
  if (text === '') return { text, seconds: Math.max(SHORTEST_SECONDS, silenceSeconds) };
  return { text, seconds: Math.max(SHORTEST_SECONDS, speechSeconds) + silenceSeconds };
}

export function recordedPrompt(name: string): Prompt {
  return { text: `[${name}]`, seconds: RECORDING_SECONDS };
}
