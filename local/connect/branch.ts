import { matchingCondition } from '../../flow-language/conditions.ts';
import type { FlowAction } from '../../flow-language/flow-document.ts';

/** Which entry of an action's `Transitions` was followed: its NextAction, a condition by its index, an error by its type. */
type Taken = 'NextAction' | { condition: number } | { error: string };

/** A transition that a contact took, for whoever follows flows from outside. */
export interface FlowTransition {
  contactId: string;
  /** Name of the flow. */
  flow: string;
  /** Identifier of the action. */
  action: string;
  taken: Taken;
  /** Why an action failed; it may hold what the caller keyed, so it is never logged. */
  reason?: string | undefined;
}

export interface Branch {
  target: string;
  taken: Taken;
}

/** What no branch of the flow takes: told as an `error`, and the caller is dropped. */
export class FlowFault extends Error {}

/** @throws FlowFault where neither a NextAction nor an error branch is there */
export function nextBranch(action: FlowAction): Branch {
  const { next } = action.transitions;
  return next === undefined
    ? errorBranch(action, 'NoMatchingError', 'no next action')
    : { target: next, taken: 'NextAction' };
}

/** The first condition that holds, else the branch for none, else the next action. @throws FlowFault where there is none of these */
export function conditionalBranch(action: FlowAction, value: string, resolve: (operand: string) => string): Branch {
  const { conditions, errors, next } = action.transitions;
  const index = matchingCondition(conditions, value, resolve);
  const matched = conditions[index];
  if (matched) return { target: matched.next, taken: { condition: index } };
  const unmatched = errors.find(({ type }) => type === 'NoMatchingCondition');
  if (unmatched) return { target: unmatched.next, taken: { error: unmatched.type } };
  if (next !== undefined) return { target: next, taken: 'NextAction' };
  return errorBranch(action, 'NoMatchingCondition', `no condition for "${value}"`);
}

/** The branch of that error, else that of any error. @throws FlowFault where there is neither */
export function errorBranch(action: FlowAction, error: string, reason: string): Branch {
  const { errors } = action.transitions;
  const branch = errors.find(({ type }) => type === error) ?? errors.find(({ type }) => type === 'NoMatchingError');
  if (!branch) throw new FlowFault(`${action.type}: ${reason}; ${error} has no branch`);
  return { target: branch.next, taken: { error: branch.type } };
}
