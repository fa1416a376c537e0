import type { Action, Operator } from './flow-language.ts';
import type { Reference } from './references.ts';

function compare(value: Reference, conditions: [Operator, string, string][], otherwise: string): Action<'Compare'> {
  return {
    Type: 'Compare',
    Parameters: { ComparisonValue: value.path },
    Transitions: {
      NextAction: otherwise,
      Conditions: conditions.map(([Operator, operand, target]) => ({
        NextAction: target,
        Condition: { Operator, Operands: [operand] },
      })),
      Errors: [{ NextAction: otherwise, ErrorType: 'NoMatchingCondition' }],
    },
  };
}

/** Goes where the value's case leads. */
export function equals(options: {
  value: Reference;
  cases: Record<string, string>;
  otherwise: string;
}): Action<'Compare'> {
  const conditions = Object.entries(options.cases).map(([operand, target]): [Operator, string, string] => [
    'Equals',
    operand,
    target,
  ]);
  return compare(options.value, conditions, options.otherwise);
}

/** Goes where the value leads, one of several: to the first one's too where it is none of them. No action where there is but one. */
export function whichOf(options: {
  name: string;
  value: Reference;
  values: readonly string[];
  first: string;
  target: (value: string) => string;
}): Record<string, Action<'Compare'>> {
  const { name, value, values, first, target } = options;
  const others = values.filter((each) => each !== first);
  if (others.length === 0) return {};
  const cases = Object.fromEntries(others.map((each) => [each, target(each)]));
  return { [name]: equals({ value, cases, otherwise: target(first) }) };
}

/** False, and so `otherwise`, for a value that is no number. */
export function lessThan(options: {
  value: Reference;
  limit: number;
  next: string;
  otherwise: string;
}): Action<'Compare'> {
  return compare(options.value, [['NumberLessThan', String(options.limit), options.next]], options.otherwise);
}

/** Goes to `next` where the value begins with that text. */
export function startsWith(options: {
  value: Reference;
  text: string;
  next: string;
  otherwise: string;
}): Action<'Compare'> {
  return compare(options.value, [['TextStartsWith', options.text, options.next]], options.otherwise);
}

export function checkHours(options: {
  hours: string;
  open: string;
  closed: string;
  error: string;
}): Action<'CheckHoursOfOperation'> {
  return {
    Type: 'CheckHoursOfOperation',
    Parameters: { HoursOfOperationId: options.hours },
    Transitions: {
      NextAction: options.error,
      Conditions: [
        { NextAction: options.open, Condition: { Operator: 'Equals', Operands: ['True'] } },
        { NextAction: options.closed, Condition: { Operator: 'Equals', Operands: ['False'] } },
      ],
      Errors: [{ NextAction: options.error, ErrorType: 'NoMatchingError' }],
    },
  };
}
