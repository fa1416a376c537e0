import type { Action } from './flow-language.ts';

/**
 * Parts of a flow as one part. Spreading objects would let a later action replace an earlier one in silence.
 * @throws Error naming an identifier that two parts use
 */
export function joined<Parts extends Record<string, Action>[]>(...parts: Parts): Record<string, Parts[number][string]> {
  const together: Record<string, Action> = {};
  for (const [identifier, action] of parts.flatMap((part) => Object.entries(part))) {
    if (Object.hasOwn(together, identifier)) throw new Error(`${identifier}: the identifier is used twice`);
    together[identifier] = action;
  }
  return together as Record<string, Parts[number][string]>;
}
