import { all, type FlowToCheck, type Found, ofType, type Rule } from './finding.ts';
import { byIdentifier, onEveryPath, reachable, successors } from './paths.ts';

/** Developer and Administrator Guides, "Loop prompts": what may not come before it in a queue flow. */
const notBeforePlaylist = new Set([
  'GetParticipantInput',
  'Loop',
  'MessageParticipant',
  'UpdateContactMediaStreamingBehavior',
  'TransferParticipantToThirdParty',
  'CreateCallbackContact',
  'DequeueContactAndTransferToQueue',
]);

function playlistsAfterWords(flow: FlowToCheck): Found[] {
  if (flow.type !== 'CUSTOMER_QUEUE') return [];
  const words = flow.actions.filter(({ type }) => notBeforePlaylist.has(type));
  const reached = reachable(words.flatMap(successors), byIdentifier(flow));
  const playlists = ofType(flow, 'MessageParticipantIteratively').map(({ identifier }) => identifier);
  return all(
    playlists.filter((identifier) => reached.has(identifier)),
    'comes after an action that may not come before a playlist',
  );
}

function transfersWithoutPlaylist(flow: FlowToCheck): Found[] {
  const before = onEveryPath(flow, (action, _edge, known) =>
    action.type === 'MessageParticipantIteratively' ? new Set(['playlist']) : known,
  );
  const transfers = ofType(flow, 'DequeueContactAndTransferToQueue').map(({ identifier }) => identifier);
  return all(
    transfers.filter((identifier) => before.get(identifier)?.has('playlist') === false),
    'some path comes here without having played a playlist',
  );
}

function unsetQueueFlows(flow: FlowToCheck): Found[] {
  if (flow.type !== 'CONTACT_FLOW') return [];
  const hooks = onEveryPath(flow, (action, edge, known) =>
    edge.error === undefined && JSON.stringify(action.parameters).includes('"CustomerQueue"')
      ? new Set([...known, 'CustomerQueue'])
      : known,
  );
  const transfers = ofType(flow, 'TransferContactToQueue').map(({ identifier }) => identifier);
  return all(
    transfers.filter((identifier) => hooks.get(identifier)?.has('CustomerQueue') === false),
    'some path queues the caller without having set the hook CustomerQueue',
  );
}

function transfersToNoQueue(flow: FlowToCheck): Found[] {
  if (flow.type !== 'CONTACT_FLOW') return [];
  const sets = new Set(['UpdateContactTargetQueue', 'InvokeFlowModule']);
  const queues = onEveryPath(flow, (action, edge, known) =>
    edge.error === undefined && sets.has(action.type) ? new Set([...known, 'queue']) : known,
  );
  const isSetHere = flow.actions.some(({ type }) => sets.has(type));
  const transfers = ofType(flow, 'TransferContactToQueue').map(({ identifier }) => identifier);
  // A flow that sets none at all is given one by the flow before.
  return all(
    transfers.filter((identifier) => isSetHere && queues.get(identifier)?.has('queue') === false),
    'some path comes here without a queue having been set',
  );
}

/** What befalls those who are put into a queue, and who wait there. */
export const queueRules: Rule[] = [
  {
    id: 'playlist-first',
    severity: 'advice',
    why: 'In a queue flow a playlist that comes after words, an input or a transfer takes its error branch.',
    mend: 'Put the words into the playlist, or after its first interruption.',
    find: playlistsAfterWords,
  },
  {
    id: 'transfer-before-playlist',
    severity: 'advice',
    why: 'Only who hears a playlist can be taken out of the queue.',
    mend: 'Put a MessageParticipantIteratively before the transfer.',
    find: transfersWithoutPlaylist,
  },
  {
    id: 'default-queue-flow',
    severity: 'advice',
    why: 'Who waits without a queue flow of your own hears the default one of Connect, in English.',
    mend: 'Set the hook CustomerQueue (UpdateContactEventHooks) before TransferContactToQueue.',
    find: unsetQueueFlows,
  },
  {
    id: 'no-queue',
    severity: 'advice',
    why: 'A transfer to no queue takes its error branch.',
    mend: 'Set the queue (UpdateContactTargetQueue) on each path, and lead its error branch elsewhere.',
    find: transfersToNoQueue,
  },
];
