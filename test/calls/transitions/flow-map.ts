import type { FlowTransition } from '../../../local/connect/branch.ts';
import type { Deployment } from '../../../local/deployment.ts';
import { neverTaken } from './never-taken.ts';

/** One entry of an action's `Transitions`. */
export interface Entry {
  from: Place;
  /** `NextAction`, a condition, `Equals 1`, or an error, `NoMatchingError`. */
  name: string;
  /** `otherwise`: what the language lists among the errors, and is none: silence, or no condition that holds. */
  kind: 'next' | 'condition' | 'otherwise' | 'error' | 'leave';
  to: Place;
}

/** An action of a flow. */
export interface Place {
  flow: string;
  action: string;
  type: string;
  parameters: Record<string, unknown>;
  entries: Entry[];
  /** Where the flow is left for others: no transition, for Connect; the queue, whispers and survey of a caller who is queued among them, and what an agent hears who passes that caller on. */
  leaves: Entry[];
}

/** The published flows of a line as a map on which a caller's way can be looked for. */
export interface FlowMap {
  places: ReadonlyMap<string, Place>;
  /** By the name of a flow. */
  starts: ReadonlyMap<string, Place>;
  entries: readonly Entry[];
}

interface PublishedAction {
  Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  Transitions: {
    NextAction?: string;
    Conditions?: { NextAction: string; Condition: { Operator: string; Operands: string[] } }[];
    Errors?: { NextAction: string; ErrorType: string }[];
  };
}

const placeKey = (flow: string, action: string): string => `${flow} ${action}`;

type Published = Pick<Deployment, 'flows' | 'queues' | 'quickConnects'>;

/** Reads the flow documents as they stand in the template. What Connect never takes is no entry: see never-taken.ts. */
export function readFlowMap({ flows, queues, quickConnects }: Published): FlowMap {
  const places = new Map<string, Place>();
  const starts = new Map<string, Place>();
  const published = flows.map(({ name, content }) => ({
    flow: name,
    ...(JSON.parse(content) as { StartAction: string; Actions: PublishedAction[] }),
  }));
  for (const { flow, Actions } of published) {
    for (const { Identifier: action, Type: type, Parameters: parameters } of Actions) {
      places.set(placeKey(flow, action), { flow, action, type, parameters, entries: [], leaves: [] });
    }
  }
  const at = (flow: string, action: string): Place => {
    const place = places.get(placeKey(flow, action));
    if (place === undefined) throw new Error(`flow ${flow} has no action ${action}`);
    return place;
  };
  for (const { flow, StartAction, Actions } of published) {
    starts.set(flow, at(flow, StartAction));
    for (const { Identifier, Transitions } of Actions) {
      const from = at(flow, Identifier);
      from.entries.push(...entriesOf(from, Transitions, (action) => at(flow, action)));
    }
  }
  const startOf = (arn: unknown): Place[] => {
    const flow = flows.find((each) => each.arn === arn);
    const start = flow && starts.get(flow.name);
    return start ? [start] : [];
  };
  const ofAgents = [
    ...queues.flatMap(({ outboundFlowArn }) => startOf(outboundFlowArn)),
    ...quickConnects.flatMap(({ flowArn }) => startOf(flowArn)),
  ];
  for (const place of places.values()) place.leaves.push(...leavesOf(place, places, startOf, ofAgents));
  return { places, starts, entries: [...places.values()].flatMap(({ entries }) => entries) };
}

function entriesOf(
  from: Place,
  { NextAction, Conditions = [], Errors = [] }: PublishedAction['Transitions'],
  at: (action: string) => Place,
): Entry[] {
  const written: Entry[] = [
    ...(NextAction === undefined ? [] : [{ from, name: 'NextAction', kind: 'next' as const, to: at(NextAction) }]),
    ...Conditions.map(({ NextAction: next, Condition: { Operator, Operands } }) => ({
      from,
      name: `${Operator} ${Operands.join(' ')}`,
      kind: 'condition' as const,
      to: at(next),
    })),
    ...Errors.map(({ NextAction: next, ErrorType }) => ({
      from,
      name: ErrorType,
      kind: kindOf(ErrorType),
      to: at(next),
    })),
  ];
  return written.filter(({ name }) => !neverTaken(from, name));
}

/** What an interruption of it returns to. */
const loop = 'MessageParticipantIteratively';

const startsAFlow = new Set(['TransferToFlow', 'CreateCallbackContact', 'CreateTask']);

const kindOf = (error: string): 'otherwise' | 'error' =>
  error === 'InputTimeLimitExceeded' || error === 'NoMatchingCondition' ? 'otherwise' : 'error';

function leavesOf(
  from: Place,
  places: ReadonlyMap<string, Place>,
  startOf: (arn: unknown) => Place[],
  ofAgents: Place[],
): Entry[] {
  const leave = (to: Place): Entry => ({ from, name: `to ${to.flow}`, kind: 'leave', to });
  if (startsAFlow.has(from.type)) {
    return startOf(from.parameters['ContactFlowId']).map(leave);
  }
  if (from.type === 'EndFlowExecution') {
    return [...places.values()].filter(({ flow, type }) => flow === from.flow && type === loop).map(leave);
  }
  if (from.type !== 'TransferContactToQueue') return [];
  const hooks = hooksBefore(from, [...places.values()]);
  const hooked = hooks.flatMap(({ parameters }) =>
    Object.values(parameters['EventHooks'] as Record<string, string>).flatMap(startOf),
  );
  return [...new Set([...hooked, ...ofAgents])].map(leave);
}

/** The actions that have set the hooks of who comes to that place: they stand one after the other before it. */
function hooksBefore(place: Place, places: readonly Place[]): Place[] {
  const before = places.filter(
    ({ type, entries }) => type === 'UpdateContactEventHooks' && entries.some(({ to }) => to === place),
  );
  return before.flatMap((hook) => [hook, ...hooksBefore(hook, places)]);
}

/** The entry that the interpreter has taken. */
export function entryTaken({ places }: FlowMap, { flow, action, taken }: FlowTransition): Entry {
  const place = places.get(placeKey(flow, action));
  const entry = place?.entries.find(({ kind, name }, _, entries) => {
    if (taken === 'NextAction') return kind === 'next';
    if ('error' in taken) return name === taken.error && kind === kindOf(taken.error);
    return kind === 'condition' && name === entries.filter((each) => each.kind === 'condition')[taken.condition]?.name;
  });
  if (entry === undefined) throw new Error(`${flow} ${action} took ${JSON.stringify(taken)}, said to be never taken`);
  return entry;
}
