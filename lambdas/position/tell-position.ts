import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { builtLanguages, type Language } from '../../domain/administration/language.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { lineCalendar, nextOpening, queueCalendar } from '../../domain/administration/opening-hours.ts';
import { announceWait, unboundedSeconds, type Announcement } from '../../domain/position/announcement.ts';
import type { TellPositionParameters, TellPositionResult } from '../../domain/position/contract.ts';
import { expectedWait, type ExpectedWait } from '../../domain/position/expected-wait.ts';
import { phrases } from '../../domain/position/phrases.ts';
import { countedPlace, estimatedPlace, type Place } from '../../domain/position/place.ts';
import type { QueueSnapshot } from '../../domain/position/snapshot.ts';
import { connect } from '../runtime/connect.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { errorName, log } from '../runtime/log.ts';
import { currentSnapshot, type SnapshotSources } from './queue-snapshot.ts';

interface Dependencies extends SnapshotSources {
  now: () => Date;
}

interface Known {
  snapshot: QueueSnapshot | undefined;
  place: Place | undefined;
  wait: ExpectedWait | undefined;
}

/**
 * Tells a caller the place and the wait, or when the line opens. What Connect or the ledger does not answer is said to be
 * unknown and logged; throws only where the flow asks for what the configuration does not have.
 */
export function tellPosition(dependencies: Dependencies) {
  return async (event: unknown): Promise<TellPositionResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const asked = parse(parameters);
    const now = dependencies.now();
    if (asked.stage === 'closed') return tellClosed(dependencies.rules, asked, now);

    const queuedAt = asked.queuedAt === '' ? now.toISOString() : asked.queuedAt;
    const known = await look(dependencies, { ...asked, queuedAt }, contactId, now);
    const { offerAboveSeconds } = dependencies.rules.callback;
    const announcement = announceWait(known.wait, secondsOf(asked.announcedWaitSeconds), offerAboveSeconds);
    record(dependencies.rules, asked, contactId, known, announcement, now);

    const speak = phrases(asked.language);
    return {
      announcement: [...(known.place ? [speak.place(known.place)] : []), speak.wait(announcement.wait)].join(' '),
      announcedWaitSeconds: announcement.boundSeconds === undefined ? '' : String(announcement.boundSeconds),
      offer: announcement.offer ? 'yes' : 'no',
      offerReason: announcement.offerReason,
      queuedAt: asked.stage === 'queued' ? (queuedAt ?? now.toISOString()) : '',
    };
  };
}

const isStage = (stage: string | undefined): stage is TellPositionParameters['stage'] =>
  stage === 'arrival' || stage === 'queued' || stage === 'closed';

function parse(parameters: Record<string, string>): TellPositionParameters {
  const { queue = '', stage, announcedWaitSeconds = '', queuedAt } = parameters;
  if (!isStage(stage)) throw new Error(`no such stage: ${stage}`);
  const language = builtLanguages.find((built): built is Language => built === parameters['language']);
  if (!language) throw new Error(`no such language: ${parameters['language']}`);
  return { queue, stage, announcedWaitSeconds, queuedAt, language };
}

const secondsOf = (announced: string): number | undefined => (/^\d+$/u.test(announced) ? Number(announced) : undefined);

function tellClosed(line: LineRules, asked: TellPositionParameters, now: Date): TellPositionResult {
  // The line may be found closed before a subject, and so a queue, is chosen.
  const calendar = asked.queue === '' ? lineCalendar(line) : queueCalendar(line, asked.queue);
  const opening = nextOpening(calendar, now);
  const today = localTime(now, line.timeZone).date;
  return {
    announcement: phrases(asked.language).closed(opening && { ...localTime(opening, line.timeZone), today }),
    announcedWaitSeconds: asked.announcedWaitSeconds,
    offer: 'yes',
    offerReason: 'closed',
    queuedAt: '',
  };
}

async function look(
  dependencies: Dependencies,
  { queue: queueId, stage, queuedAt }: TellPositionParameters,
  contactId: string,
  now: Date,
): Promise<Known> {
  const { rules: line } = dependencies;
  const queue = line.queues[queueId];
  if (!queue) throw new Error(`no queue ${queueId} in the rules of ${line.id}`);
  const [snapshot, counted] = await Promise.all([
    currentSnapshot(dependencies, queueId, now),
    stage === 'queued' ? countedByConnect(dependencies, queueId, contactId) : undefined,
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
      shareOnLine: 1,
    });
  return { snapshot, place, wait };
}

/** Connect's own count; undefined where it does not answer, which is logged. */
async function countedByConnect(
  { connect: centre, rules: line }: Dependencies,
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

/** What was said beside what was known, so that announced and true waits can be compared. */
function record(
  line: LineRules,
  { queue, stage }: TellPositionParameters,
  contactId: string,
  { snapshot, place, wait }: Known,
  announcement: Announcement,
  now: Date,
): void {
  log('waitAnnounced', {
    administration: line.id,
    queue,
    stage,
    contactId,
    said: announcement.wait.kind,
    boundSeconds: announcement.boundSeconds,
    meanSeconds: wait && Math.round(Math.min(wait.meanSeconds, unboundedSeconds)),
    likelySeconds: wait && Math.round(Math.min(wait.likelySeconds, unboundedSeconds)),
    ahead: place?.ahead,
    placeEstimated: place?.estimated,
    snapshotAgeSeconds: snapshot && Math.round((now.getTime() - snapshot.takenAt) / 1000),
    offer: announcement.offer,
    offerReason: announcement.offerReason,
  });
}

const environment = required(environmentKeys.ledger, environmentKeys.instanceId, environmentKeys.queueIds);
const queueIds: Record<string, string> = JSON.parse(environment[environmentKeys.queueIds]);

export const handler = tellPosition({
  rules: rules(),
  queueIds,
  ledger: ledger(environment[environmentKeys.ledger]),
  connect: connect(environment[environmentKeys.instanceId]),
  now: () => new Date(),
});
