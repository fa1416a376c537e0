import type { Transitions } from './flow-document.ts';

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

const asNumbers = (one: string, other: string, holds: (a: number, b: number) => boolean): boolean => {
  return isNumber(one) && isNumber(other) && holds(Number(one), Number(other));
};

const operators: Record<string, (value: string, operand: string) => boolean> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: (value, operand) => asNumbers(value, operand, (a, b) => a > b),
  NumberGreaterOrEqualTo: (value, operand) => asNumbers(value, operand, (a, b) => a >= b),
  NumberLessThan: (value, operand) => asNumbers(value, operand, (a, b) => a < b),
  NumberLessOrEqualTo: (value, operand) => asNumbers(value, operand, (a, b) => a <= b),
};

export const isOperator = (name: string): boolean => Object.hasOwn(operators, name);

/** The index of the first condition that holds; -1 where none does. A number operator never holds for what is no number. */
export function matchingCondition(
  conditions: Transitions['conditions'],
  value: string,
  resolve: (operand: string) => string,
): number {
  return conditions.findIndex(({ operator, operand }) => operators[operator]?.(value, resolve(operand)));
}
