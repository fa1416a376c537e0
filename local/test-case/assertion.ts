import { matchingCondition } from '../../flow-language/conditions.ts';
import { resolveText } from '../../flow-language/references.ts';
import type { Assertion } from './language-actions.ts';

/** Why an assertion does not hold; undefined where it does. What is empty does not exist. */
export function brokenAssertion(
  { Namespace, Operator, Operand = '' }: Assertion,
  values: Record<string, unknown>,
): string | undefined {
  const value = resolveText(Namespace, values);
  const holds =
    Operator === 'Exists'
      ? value !== ''
      : matchingCondition([{ operator: Operator, operand: Operand, next: '' }], value, (operand) => operand) === 0;
  if (holds) return undefined;
  const expected = Operator === 'Exists' ? 'is to exist' : `is to satisfy ${Operator} "${Operand}"`;
  return `${Namespace} is ${value === '' ? 'empty' : `"${value}"`}, and ${expected}`;
}
