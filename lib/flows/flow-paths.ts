import {
  successors,
  type ActionType,
  type ContactFlowType,
  type FlowAction,
  type FlowDocument,
} from './flow-language.ts';

/** Connect ends a run of functions without a prompt between them after this. */
const mostSilentSeconds = 20;

const speaks: ReadonlySet<ActionType> = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
  // Nobody hears a guide: who reads its screen waits no longer than a screen takes.
  'ShowView',
]);

/** What may not come before the playlist of a queue flow. */
const onlyAfterPlaylist: ReadonlySet<ActionType> = new Set(['MessageParticipant', 'GetParticipantInput']);

function byIdentifier(document: FlowDocument): Map<string, FlowAction> {
  return new Map(document.Actions.map((action) => [action.Identifier, action]));
}

function reachableFrom(start: string[], actions: Map<string, FlowAction>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const action = actions.get(next);
    if (action === undefined || reached.has(next)) continue;
    reached.add(next);
    waiting.push(...successors(action));
  }
  return reached;
}

export function unreachableActions(document: FlowDocument): string[] {
  const reached = reachableFrom([document.StartAction], byIdentifier(document));
  return document.Actions.map((action) => action.Identifier).filter((identifier) => !reached.has(identifier));
}

/** The playlists of a queue flow that a prompt or an input may come before: Connect takes their error branch. */
export function orderFaults(type: ContactFlowType, document: FlowDocument): string[] {
  if (type !== 'CUSTOMER_QUEUE') return [];
  const actions = byIdentifier(document);
  const afterWords = document.Actions.filter((action) => onlyAfterPlaylist.has(action.Type)).flatMap(successors);
  const reached = reachableFrom(afterWords, actions);
  return document.Actions.filter((action) => action.Type === 'MessageParticipantIteratively')
    .map((action) => action.Identifier)
    .filter((identifier) => reached.has(identifier));
}

/** The functions from which more than 20 s of functions may follow one another without a word. */
export function silenceFaults(document: FlowDocument): string[] {
  const actions = byIdentifier(document);
  const silentSeconds = (identifier: string, path: ReadonlySet<string>): number => {
    const action = actions.get(identifier);
    if (action === undefined || speaks.has(action.Type)) return 0;
    if (path.has(identifier)) return Number.POSITIVE_INFINITY;
    const own = Number(action.Parameters['InvocationTimeLimitSeconds'] ?? 0);
    const longer = new Set([...path, identifier]);
    return own + Math.max(0, ...successors(action).map((next) => silentSeconds(next, longer)));
  };
  return document.Actions.filter((action) => action.Type === 'InvokeLambdaFunction')
    .map((action) => action.Identifier)
    .filter((identifier) => silentSeconds(identifier, new Set()) > mostSilentSeconds);
}
