import type { FlowAction, FlowDocument } from './flow-language.ts';

/** What is certainly set before an action, whatever path led to it. */
export interface Known {
  attributes: ReadonlySet<string>;
  /** Keys that the Lambda invoked last answered; each invocation replaces them, a failed one leaves none. */
  external: ReadonlySet<string>;
}

type ByAction = Map<string, Known>;

const nothing: ReadonlySet<string> = new Set();

function both(left: Known, right: Known): Known {
  return {
    attributes: new Set([...left.attributes].filter((name) => right.attributes.has(name))),
    external: new Set([...left.external].filter((key) => right.external.has(key))),
  };
}

const textOf = (parameter: unknown) => (typeof parameter === 'string' ? parameter : '');

const sameSize = (left: Known, right: Known) =>
  left.attributes.size === right.attributes.size && left.external.size === right.external.size;

/** What is known on the branch without error, and on the others. */
function after(
  action: FlowAction,
  known: Known,
  answers: Map<string, ReadonlySet<string>>,
): { next: Known; error: Known } {
  const { Type, Parameters } = action;
  if (Type === 'InvokeLambdaFunction') {
    const external = answers.get(textOf(Parameters['LambdaFunctionARN'])) ?? nothing;
    return { next: { ...known, external }, error: { ...known, external: nothing } };
  }
  if (Type === 'UpdateContactAttributes') {
    const attributes = new Set([...known.attributes, ...Object.keys(Parameters['Attributes'] ?? {})]);
    return { next: { ...known, attributes }, error: known };
  }
  return { next: known, error: known };
}

function withinFlow(document: FlowDocument, entry: Known, answers: Map<string, ReadonlySet<string>>): ByAction {
  const actions = new Map(document.Actions.map((action) => [action.Identifier, action]));
  const known: ByAction = new Map();
  const arrivals: [string, Known][] = [[document.StartAction, entry]];
  for (let arrival = arrivals.pop(); arrival !== undefined; arrival = arrivals.pop()) {
    const [identifier, arriving] = arrival;
    const action = actions.get(identifier);
    const before = known.get(identifier);
    const now = before === undefined ? arriving : both(before, arriving);
    if (action === undefined || (before !== undefined && sameSize(before, now))) continue;
    known.set(identifier, now);
    const { next, error } = after(action, now, answers);
    const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
    if (NextAction !== undefined) arrivals.push([NextAction, next]);
    arrivals.push(...Conditions.map((branch): [string, Known] => [branch.NextAction, next]));
    arrivals.push(...Errors.map((branch): [string, Known] => [branch.NextAction, error]));
  }
  return known;
}

/** Flows that an action starts, now or, for a hook, at any moment from now on. */
function startedBy(action: FlowAction): string[] {
  const { ContactFlowId, EventHooks } = action.Parameters;
  // A contact that is created takes the attributes of its creator with it.
  if (action.Type === 'TransferToFlow' || action.Type === 'CreateCallbackContact') return [textOf(ContactFlowId)];
  if (action.Type === 'UpdateContactEventHooks') return Object.values(EventHooks ?? {}).map(textOf);
  return [];
}

/**
 * What is known before each action of each flow, by flow name. A flow that another starts knows what every starter knew:
 * attributes follow the contact and are never unset, answers of Lambdas stay behind. The others start with what they are given.
 */
export function knownEverywhere(
  flows: { name: string; document: FlowDocument }[],
  answers: Map<string, ReadonlySet<string>>,
  given: Record<string, readonly string[]>,
): Map<string, ByAction> {
  const started = new Set(flows.flatMap(({ document }) => document.Actions.flatMap(startedBy)));
  const entries = new Map<string, Known>();
  for (const { name } of flows) {
    const isFirst = !started.has(name) || given[name] !== undefined;
    if (isFirst) entries.set(name, { attributes: new Set(given[name] ?? []), external: nothing });
  }
  const known = new Map<string, ByAction>();
  for (let changed = true; changed;) {
    changed = false;
    for (const { name, document } of flows) {
      const entry = entries.get(name);
      if (entry === undefined) continue;
      const byAction = withinFlow(document, entry, answers);
      known.set(name, byAction);
      for (const action of document.Actions) {
        const here = byAction.get(action.Identifier);
        for (const target of here === undefined ? [] : startedBy(action)) {
          const arriving = { attributes: here?.attributes ?? nothing, external: nothing };
          const before = entries.get(target);
          const now = before === undefined ? arriving : both(before, arriving);
          if (before !== undefined && sameSize(before, now)) continue;
          entries.set(target, now);
          changed = true;
        }
      }
    }
  }
  return known;
}
