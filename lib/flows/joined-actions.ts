import type { Action, ActionType } from './flow-language.ts';

/**
 * Parts of a flow as one part. Spreading objects would let a later action replace an earlier one in silence.
 * @throws Error naming an identifier that two parts use
 */
export function joined<Type extends ActionType>(
  ...parts: Record<string, Action<Type>>[]
): Record<string, Action<Type>> {
  const together: Record<string, Action<Type>> = {};
  for (const [identifier, action] of parts.flatMap((part) => Object.entries(part))) {
    if (Object.hasOwn(together, identifier)) throw new Error(`${identifier}: the identifier is used twice`);
    together[identifier] = action;
  }
  return together;
}
