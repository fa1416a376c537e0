import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { switchKey } from '../../domain/administration/line-changes.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { closingAfter, lineCalendar, nextOpening, queueCalendar } from '../../domain/administration/opening-hours.ts';
import {
  announceWait,
  shortestBoundSeconds,
  unboundedSeconds,
  type Announcement,
} from '../../domain/position/announcement.ts';
import type { TellPositionParameters, TellPositionResult } from '../../domain/position/contract.ts';
import { expectedWait, type ExpectedWait } from '../../domain/position/expected-wait.ts';
import { hourReason, whatToOffer, type Offer, type OfferFacts } from '../../domain/position/offer.ts';
import { phrases } from '../../domain/position/phrases.ts';
import { countedPlace, estimatedPlace, type Place } from '../../domain/position/place.ts';
import { shareOnLine, type QueueSnapshot } from '../../domain/position/snapshot.ts';
import { connect } from '../runtime/connect.ts';
import { readSwitch } from '../callback/queue-switch.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
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
  /** No supervisor has switched the offer of callbacks off. */
  isOffered: boolean;
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
    const looked = await look(dependencies, { ...asked, queuedAt }, contactId, now);
    const known = { ...looked, toldPlace: placeToTell(looked, secondsOf(asked.announcedAhead ?? '')) };
    const { offerAboveSeconds } = dependencies.rules.callback;
    const announcement = announceWait(known.wait, secondsOf(asked.announcedWaitSeconds), offerAboveSeconds);
    const offer = whatToOffer(announcement, offerFacts(dependencies.rules, asked, known, now));
    record(dependencies.rules, asked, contactId, known, { ...announcement, ...offer }, now);
    return {
      announcement: sentences(dependencies.rules, asked, known, announcement, now),
      announcedWaitSeconds: announcement.boundSeconds === undefined ? '' : String(announcement.boundSeconds),
      announcedAhead: known.toldPlace ? String(known.toldPlace.ahead) : (asked.announcedAhead ?? ''),
      ...offer,
      offeredAt: offer.offer === 'no' ? asked.offeredAt : now.toISOString(),
      queuedAt: asked.stage === 'queued' ? (queuedAt ?? now.toISOString()) : '',
    };
  };
}

/** A place that has risen, because it is estimated or others were put first, is not said: nobody is told to be moved back. */
const placeToTell = ({ place }: Known, announcedAhead: number | undefined): Place | undefined =>
  place && place.ahead <= (announcedAhead ?? Infinity) ? place : undefined;

const isStage = (stage: string | undefined): stage is TellPositionParameters['stage'] =>
  stage === 'arrival' || stage === 'queued' || stage === 'closed';

function parse(parameters: Record<string, string>): TellPositionParameters {
  const { queue = '', stage, announcedWaitSeconds = '', announcedAhead = '', queuedAt, offeredAt = '' } = parameters;
  if (!isStage(stage)) throw new Error(`no such stage: ${stage}`);
  return { queue, stage, announcedWaitSeconds, announcedAhead, queuedAt, offeredAt, language: languageOf(parameters) };
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
    announcedAhead: asked.announcedAhead ?? '',
    offer: 'hour',
    offerReason: 'closed',
    queuedAt: '',
    offeredAt: asked.offeredAt,
  };
}

/** The wait that this caller would have, as far as it is known and as far as the queue is still open then. */
function offerFacts(
  { callback, ...line }: LineRules,
  { queue, offeredAt }: TellPositionParameters,
  { snapshot, wait, isOffered }: Known,
  now: Date,
): OfferFacts {
  const closing = closingAfter(queueCalendar({ callback, ...line }, queue), now);
  const seconds = (instant: number): number => (now.getTime() - instant) / 1000;
  return {
    agentsStaffed: snapshot?.agentsStaffed,
    likelySeconds: wait?.likelySeconds,
    secondsToClosing: closing && -seconds(closing.getTime()),
    isOffered,
    secondsSinceOffer: offeredAt === '' ? undefined : seconds(Date.parse(offeredAt)),
    offerEveryMinutes: callback.offerEveryMinutes,
  };
}

/** Where nobody is there, or the queue closes first, no figure is said: nobody could keep it. */
function sentences(
  line: LineRules,
  asked: TellPositionParameters,
  known: Known & { toldPlace: Place | undefined },
  announcement: Announcement,
  now: Date,
): string {
  const speak = phrases(asked.language);
  const facts = offerFacts(line, asked, known, now);
  const hour = hourReason(facts);
  if (hour === 'unstaffed') return speak.unstaffed;
  if (isStillNext(asked, known)) return speak.stillNext;
  const closing = closingAfter(queueCalendar(line, asked.queue), now);
  if (hour === 'nearClosing' && closing) return speak.nearClosing(localTime(closing, line.timeZone).minutes);
  return [...(known.toldPlace ? [speak.place(known.toldPlace)] : []), speak.wait(announcement.wait)].join(' ');
}

/** Told a minute ago that it would take less, and still the next one: an agent may have let the call ring. Connect does not say. */
const isStillNext = ({ stage, queuedAt, announcedWaitSeconds }: TellPositionParameters, { place }: Known): boolean =>
  stage === 'queued' &&
  queuedAt !== '' &&
  place?.ahead === 0 &&
  !place.estimated &&
  secondsOf(announcedWaitSeconds) === shortestBoundSeconds;

async function look(
  dependencies: Dependencies,
  { queue: queueId, stage, queuedAt }: TellPositionParameters,
  contactId: string,
  now: Date,
): Promise<Known> {
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
async function isOfferingOn({ ledger: table, rules: line }: Dependencies, queue: string): Promise<boolean> {
  try {
    return readSwitch(await table.get(switchKey(queue))).offering;
  } catch (error) {
    log('switchUnavailable', { administration: line.id, queue, error: errorName(error) });
    return true;
  }
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
  announcement: Omit<Announcement, 'offer'> & Offer,
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
