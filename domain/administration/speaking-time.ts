const wordsAMinute = 150;

/** The longest that anybody listens before a key is awaited: who hears badly, or has much to remember, has lost the first choice by then. */
export const longestBeforeAKeySeconds = 12;

/** How long a text takes to be read aloud at the usual speed: a count of its words. */
export const speakingSeconds = (text: string): number =>
  (text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length * 60) / wordsAMinute;
