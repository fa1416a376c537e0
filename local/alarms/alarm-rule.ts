import type { AlarmState } from './alarm-definition.ts';

/** Whether the rule holds, by the states of the alarms that it names; a name or an ARN that is no alarm's has no state. */
export type AlarmRule = (stateOf: (alarm: string) => AlarmState | undefined) => boolean;

const token = /\s*(?:(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("?)([^"()]+?)\2\s*\)|(AND|OR|NOT|TRUE|FALSE)\b|([()]))/uy;

type Token = { state: AlarmState; alarm: string } | { word: string };

/**
 * Reads an `AlarmRule` of a composite alarm: states of alarms, AND, OR, NOT, TRUE, FALSE and parentheses; NOT binds before AND, AND before OR.
 * @throws Error naming what is not read
 */
export function readAlarmRule(text: string): AlarmRule {
  const reader = new RuleReader(tokensOf(text), text);
  return reader.whole();
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const from = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw new Error(`alarm rule: ${text.slice(from).trim()} is not understood`);
    const [, state, , alarm, word, parenthesis] = found;
    tokens.push(state ? { state: state as AlarmState, alarm: alarm ?? '' } : { word: word ?? parenthesis ?? '' });
  }
  return tokens;
}

class RuleReader {
  readonly #tokens: Token[];
  readonly #text: string;

  constructor(tokens: Token[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  whole(): AlarmRule {
    const rule = this.#either();
    if (this.#tokens.length > 0) throw this.#fault();
    return rule;
  }

  #either(): AlarmRule {
    const parts = [this.#both()];
    while (this.#take('OR')) parts.push(this.#both());
    return (stateOf) => parts.some((part) => part(stateOf));
  }

  #both(): AlarmRule {
    const parts = [this.#one()];
    while (this.#take('AND')) parts.push(this.#one());
    return (stateOf) => parts.every((part) => part(stateOf));
  }

  #one(): AlarmRule {
    const next = this.#tokens.shift();
    if (next === undefined) throw this.#fault();
    if ('alarm' in next) return (stateOf) => stateOf(next.alarm) === next.state;
    if (next.word === 'TRUE' || next.word === 'FALSE') return () => next.word === 'TRUE';
    if (next.word === 'NOT') {
      const negated = this.#one();
      return (stateOf) => !negated(stateOf);
    }
    if (next.word !== '(') throw this.#fault();
    const inner = this.#either();
    if (!this.#take(')')) throw this.#fault();
    return inner;
  }

  #take(word: string): boolean {
    const [next] = this.#tokens;
    if (next === undefined || !('word' in next) || next.word !== word) return false;
    this.#tokens.shift();
    return true;
  }

  #fault(): Error {
    return new Error(`alarm rule: ${this.#text} is not understood`);
  }
}
