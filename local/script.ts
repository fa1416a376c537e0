/** What a scripted caller does next. */
export type Token =
  | { kind: 'keys'; keys: string }
  /** To a bot: the name of the intent that it understands. */
  | { kind: 'say'; intent: string }
  | { kind: 'silence' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'hangUp' }
  /** From another number where one is named. */
  | { kind: 'ring'; from: string | undefined };

export class ScriptFault extends Error {}

/**
 * Reads `--press`: digits, `*` and `#` are keyed at the input asked for; `sBook` says the intent `Book` to a bot; `-` stays silent until that input times out; `w90` lets 90 s pass
 * without keys; `x` hangs up; `r` rings again once the call is over, `r+33698765432` and `ranonymous` from elsewhere.
 * @throws ScriptFault naming the token that is none of these
 */
export function readScript(press: string): Token[] {
  return press
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      if (word === '-') return { kind: 'silence' };
      if (word === 'x') return { kind: 'hangUp' };
      const ring = /^r(\+\d{6,15}|anonymous)?$/.exec(word);
      if (ring !== null) return { kind: 'ring', from: ring[1] };
      const say = /^s([\w-]{1,100})$/.exec(word);
      if (say !== null) return { kind: 'say', intent: say[1] ?? '' };
      const wait = /^w(\d+)$/.exec(word);
      if (wait !== null) return { kind: 'wait', seconds: Number(wait[1]) };
      if (/^[0-9*#]+$/.test(word)) return { kind: 'keys', keys: word };
      throw new ScriptFault(
        `--press "${word}": keys 0-9 * #, sBook (say an intent to a bot), - (silence), w90 (let 90 s pass), x (hang up) or r (ring again)`,
      );
    });
}
