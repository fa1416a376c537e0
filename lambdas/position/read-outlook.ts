import { switchKey } from '../../domain/administration/line-changes.ts';
import type { TellPositionParameters } from '../../domain/position/contract.ts';
import { expectedWait } from '../../domain/position/expected-wait.ts';
import type { Outlook } from '../../domain/position/outlook.ts';
import { countedPlace, estimatedPlace, type Place } from '../../domain/position/place.ts';
import { shareOnLine } from '../../domain/position/snapshot.ts';
import { readSwitch } from '../callback/queue-switch.ts';
import { errorName, log } from '../runtime/log.ts';
import { currentSnapshot, type SnapshotSources } from './queue-snapshot.ts';

/** What does not answer is unknown, and logged. Throws where the flow names a queue that the rules do not have. */
export async function readOutlook(
  dependencies: SnapshotSources,
  { queue: queueId, stage, queuedAt }: TellPositionParameters,
  contactId: string,
  now: Date,
): Promise<Outlook> {
  const { rules: line } = dependencies;
  const queue = line.queues[queueId];
  if (!queue) throw new Error(`no queue ${queueId} in the rules of ${line.id}`);
  const [snapshot, counted, isOffered] = await Promise.all([
    currentSnapshot(dependencies, queueId, now),
    stage === 'queued' ? countedByConnect(dependencies, queueId, contactId) : undefined,
    isOfferingOn(dependencies, queueId),
  ]);
  // Before the queue, the place is the one that the caller would get by joining it now.
  const since = stage === 'arrival' ? now : queuedAt && new Date(queuedAt);
  const place = counted ?? (snapshot && since ? estimatedPlace(snapshot, since) : undefined);
  const wait =
    snapshot &&
    expectedWait({
      callersAhead: place?.ahead ?? snapshot.contactsInQueue,
      agents: snapshot.agentsStaffed,
      agentsAvailable: snapshot.agentsAvailable,
      seatsDue: snapshot.seatsDue,
      slotSeconds: line.callback.slotMinutes * 60,
      handleTimeSeconds: queue.handleTimeSeconds,
      patienceSeconds: queue.patienceSeconds,
      shareOnLine: shareOnLine(snapshot),
    });
  return { snapshot, place, wait, isOffered };
}

/** On until a supervisor switches it off; and where the ledger does not say, which is logged. */
async function isOfferingOn({ ledger: table, rules: line }: SnapshotSources, queue: string): Promise<boolean> {
  try {
    return readSwitch(await table.get(switchKey(queue))).offering;
  } catch (error) {
    log('switchUnavailable', { administration: line.id, queue, error: errorName(error) });
    return true;
  }
}

/** Connect's own count; undefined where it does not answer, which is logged. */
async function countedByConnect(
  { connect: centre, rules: line }: SnapshotSources,
  queue: string,
  contactId: string,
): Promise<Place | undefined> {
  try {
    const position = await centre.positionInQueue(contactId);
    return position === undefined ? undefined : countedPlace(position);
  } catch (error) {
    log('positionUnavailable', { administration: line.id, queue, error: errorName(error) });
    return undefined;
  }
}
