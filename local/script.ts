/** What a scripted caller does next. */
export type Token =
  | { kind: 'keys'; keys: string }
  | { kind: 'silence' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'hangUp' };

export class ScriptFault extends Error {}

/**
 * Reads `--press`: digits, `*` and `#` are keyed at the input asked for; `-` stays silent until that input times out; `w90` lets 90 s pass
 * without keys; `x` hangs up.
 * @throws ScriptFault naming the token that is none of these
 */
export function readScript(press: string): Token[] {
  return press
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      if (word === '-') return { kind: 'silence' };
      if (word === 'x') return { kind: 'hangUp' };
      const wait = /^w(\d+)$/.exec(word);
      if (wait !== null) return { kind: 'wait', seconds: Number(wait[1]) };
      if (/^[0-9*#]+$/.test(word)) return { kind: 'keys', keys: word };
      throw new ScriptFault(`--press "${word}": keys 0-9 * #, - (silence), w90 (let 90 s pass) or x (hang up)`);
    });
}
