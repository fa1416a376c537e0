import type { FlowAction } from '../flow-document.ts';
import type { FlowToCheck } from './finding.ts';

/** One way out of an action: by its NextAction, a condition or an error. */
export interface Edge {
  target: string;
  /** The type of the error; undefined for the other two. */
  error: string | undefined;
}

export function edgesOf({ transitions }: FlowAction): Edge[] {
  return [
    ...(transitions.next === undefined ? [] : [{ target: transitions.next, error: undefined }]),
    ...transitions.conditions.map(({ next }) => ({ target: next, error: undefined })),
    ...transitions.errors.map(({ type, next }) => ({ target: next, error: type })),
  ];
}

export const successors = (action: FlowAction): string[] => [...new Set(edgesOf(action).map(({ target }) => target))];

export const byIdentifier = ({ actions }: FlowToCheck): Map<string, FlowAction> =>
  new Map(actions.map((action) => [action.identifier, action]));

/** Every action that paths lead to from those, themselves included. `passes` says through which actions paths go on. */
export function reachable(
  from: readonly string[],
  actions: ReadonlyMap<string, FlowAction>,
  passes: (action: FlowAction) => boolean = () => true,
): Set<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const action = actions.get(next);
    if (action === undefined || reached.has(next)) continue;
    reached.add(next);
    if (passes(action)) waiting.push(...successors(action));
  }
  return reached;
}

/**
 * What holds on every path to each action that is reached, by its identifier: `leaving` says what an edge adds to what held before its
 * action, and two paths that meet keep what they share.
 */
export function onEveryPath(
  flow: FlowToCheck,
  leaving: (action: FlowAction, edge: Edge, before: ReadonlySet<string>) => ReadonlySet<string>,
): Map<string, ReadonlySet<string>> {
  const actions = byIdentifier(flow);
  const before = new Map<string, ReadonlySet<string>>([[flow.startAction, new Set()]]);
  const waiting = [flow.startAction];
  for (let identifier = waiting.pop(); identifier !== undefined; identifier = waiting.pop()) {
    const action = actions.get(identifier);
    const known = before.get(identifier);
    if (action === undefined || known === undefined) continue;
    for (const edge of edgesOf(action)) {
      const arriving = leaving(action, edge, known);
      const there = before.get(edge.target);
      const now = there === undefined ? arriving : new Set([...there].filter((fact) => arriving.has(fact)));
      if (there !== undefined && there.size === now.size) continue;
      before.set(edge.target, now);
      waiting.push(edge.target);
    }
  }
  return before;
}

/**
 * Groups of actions each of which leads to each other, or one that leads to itself, among those that `within` keeps: strongly connected
 * components, by Tarjan's algorithm.
 */
export function circles(flow: FlowToCheck, within: (action: FlowAction) => boolean = () => true): string[][] {
  const kept = new Map(flow.actions.filter(within).map((action) => [action.identifier, successors(action)]));
  const found: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const visit = (identifier: string): number => {
    const number = order.size;
    order.set(identifier, number);
    const depth = open.push(identifier) - 1;
    let lowest = number;
    for (const next of kept.get(identifier) ?? []) {
      if (!kept.has(next)) continue;
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, order.get(next) ?? lowest);
    }
    if (lowest < number) return lowest;
    const group = open.splice(depth);
    if (group.length > 1 || kept.get(identifier)?.includes(identifier)) found.push(group);
    return lowest;
  };
  for (const identifier of kept.keys()) if (!order.has(identifier)) visit(identifier);
  return found;
}
