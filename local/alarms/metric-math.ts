/** The value in one period, by the values of what it names; undefined where there is none. */
export type Expression = (valueOf: (id: string) => number | undefined) => number | undefined;

type Operator = (left: number, right: number) => number;

/** From those that bind least to those that bind most. A division by zero has no value. */
const levels: readonly Record<string, Operator>[] = [
  { OR: (left, right) => Number(left !== 0 || right !== 0) },
  { AND: (left, right) => Number(left !== 0 && right !== 0) },
  {
    '==': (left, right) => Number(left === right),
    '!=': (left, right) => Number(left !== right),
    '<=': (left, right) => Number(left <= right),
    '>=': (left, right) => Number(left >= right),
    '<': (left, right) => Number(left < right),
    '>': (left, right) => Number(left > right),
  },
  { '+': (left, right) => left + right, '-': (left, right) => left - right },
  { '*': (left, right) => left * right, '/': (left, right) => left / right },
];

/** Functions, by their arguments. */
const functions: Record<string, (parts: Expression[]) => Expression> = {
  FILL:
    ([of = none, filling = none]) =>
    (valueOf) =>
      of(valueOf) ?? filling(valueOf),
  IF:
    ([condition = none, whenTrue = none, whenFalse = none]) =>
    (valueOf) => {
      const held = condition(valueOf);
      if (held === undefined) return undefined;
      return held === 0 ? whenFalse(valueOf) : whenTrue(valueOf);
    },
};
const none: Expression = () => undefined;

const token = /\s*(\d+(?:\.\d+)?|[A-Za-z]\w*|==|!=|<=|>=|[-+*/<>(),])/uy;

/**
 * Reads a metric math expression whose value in each period hangs on that period alone: numbers, ids, `+ - * /`, comparisons, AND, OR, FILL with a
 * number and IF. What needs the whole series, and every other function, is refused.
 * @throws Error naming what is not read
 */
export function readExpression(text: string): Expression {
  return new ExpressionReader(text).whole();
}

class ExpressionReader {
  readonly #text: string;
  readonly #tokens: string[] = [];

  constructor(text: string) {
    this.#text = text;
    token.lastIndex = 0;
    while (token.lastIndex < text.trimEnd().length) {
      const from = token.lastIndex;
      const found = token.exec(text);
      if (!found) throw this.#fault(text.slice(from).trim());
      this.#tokens.push(found[1] ?? '');
    }
  }

  whole(): Expression {
    const expression = this.#level(0);
    if (this.#tokens.length > 0) throw this.#fault(this.#tokens.join(' '));
    return expression;
  }

  #level(index: number): Expression {
    const operators = levels[index];
    if (operators === undefined) return this.#one();
    let left = this.#level(index + 1);
    for (;;) {
      const operator = operators[this.#tokens[0] ?? ''];
      if (operator === undefined) return left;
      this.#tokens.shift();
      left = joined(operator, left, this.#level(index + 1));
    }
  }

  #one(): Expression {
    const next = this.#tokens.shift() ?? '';
    if (next === '(') return this.#inParentheses();
    if (/^\d/u.test(next)) return () => Number(next);
    if (!/^[A-Za-z]/u.test(next)) throw this.#fault(next);
    if (this.#tokens[0] !== '(') return (valueOf) => valueOf(next);
    const body = functions[next];
    if (body === undefined) throw this.#fault(`${next}(…)`);
    this.#tokens.shift();
    return body(this.#parts());
  }

  #inParentheses(): Expression {
    const inner = this.#level(0);
    if (this.#tokens.shift() !== ')') throw this.#fault('(');
    return inner;
  }

  #parts(): Expression[] {
    const parts: Expression[] = [];
    for (;;) {
      parts.push(this.#level(0));
      const next = this.#tokens.shift();
      if (next === ')') return parts;
      if (next !== ',') throw this.#fault(next ?? '(');
    }
  }

  #fault(what: string): Error {
    return new Error(`metric math ${this.#text}: ${what} is not played locally`);
  }
}

function joined(operator: Operator, left: Expression, right: Expression): Expression {
  return (valueOf) => {
    const [one, other] = [left(valueOf), right(valueOf)];
    if (one === undefined || other === undefined) return undefined;
    const value = operator(one, other);
    return Number.isFinite(value) ? value : undefined;
  };
}
