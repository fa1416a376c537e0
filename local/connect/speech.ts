const WORDS_A_MINUTE = 150;
const SHORTEST_SECONDS = 1;
/** Nothing tells how long a recorded prompt is. */
const RECORDING_SECONDS = 10;

export interface Prompt {
  /** What is heard, without markup; a recording's name in brackets. */
  text: string;
  seconds: number;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function spokenPrompt(text: string): Prompt {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return { text, seconds: Math.max(SHORTEST_SECONDS, (words * 60) / WORDS_A_MINUTE) };
}

/** Speech markup is heard without its tags; its breaks are silence that takes their time. */
export function markupPrompt(ssml: string): Prompt {
  const text = ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .trim();
  const breakSeconds = breaksOf(ssml).reduce((sum, seconds) => sum + seconds, 0);
  if (text === '') return { text, seconds: Math.max(SHORTEST_SECONDS, breakSeconds) };
  return { text, seconds: spokenPrompt(text).seconds + breakSeconds };
}

function breaksOf(ssml: string): number[] {
  const breaks = ssml.matchAll(/<break[^>]*\btime="(\d+(?:\.\d+)?)(ms|s)"/g);
  return [...breaks].map(([, amount, unit]) => Number(amount) / (unit === 'ms' ? 1000 : 1));
}

export function recordedPrompt(name: string): Prompt {
  return { text: `[${name}]`, seconds: RECORDING_SECONDS };
}
