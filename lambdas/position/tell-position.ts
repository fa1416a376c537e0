import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { lineCalendar, nextOpening, queueCalendar } from '../../domain/administration/opening-hours.ts';
import { announceWait, unboundedSeconds, type Announcement } from '../../domain/position/announcement.ts';
import type { TellPositionParameters, TellPositionResult } from '../../domain/position/contract.ts';
import { whatToOffer, type Offer } from '../../domain/position/offer.ts';
import { announcedSentences, offerFacts, placeToTell, secondsOf, type Outlook } from '../../domain/position/outlook.ts';
import { phrases } from '../../domain/position/phrases.ts';
import { connect } from '../runtime/connect.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import type { SnapshotSources } from './queue-snapshot.ts';
import { readOutlook } from './read-outlook.ts';

interface Dependencies extends SnapshotSources {
  now: () => Date;
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
    const looked = await readOutlook(dependencies, { ...asked, queuedAt }, contactId, now);
    const known = { ...looked, toldPlace: placeToTell(looked, secondsOf(asked.announcedAhead ?? '')) };
    const { offerAboveSeconds } = dependencies.rules.callback;
    const announcement = announceWait(known.wait, secondsOf(asked.announcedWaitSeconds), offerAboveSeconds);
    const offer = whatToOffer(announcement, offerFacts(dependencies.rules, asked, known, now));
    record(dependencies.rules, asked, contactId, known, { ...announcement, ...offer }, now);
    const bound = announcement.boundSeconds === undefined ? '' : String(announcement.boundSeconds);
    return {
      announcement: announcedSentences(dependencies.rules, asked, known, announcement, now),
      announcedWaitSeconds: bound,
      firstAnnouncedWaitSeconds: asked.firstAnnouncedWaitSeconds || bound,
      announcedAhead: known.toldPlace ? String(known.toldPlace.ahead) : (asked.announcedAhead ?? ''),
      ...offer,
      offeredAt: offer.offer === 'no' ? asked.offeredAt : now.toISOString(),
      queuedAt: asked.stage === 'queued' ? (queuedAt ?? now.toISOString()) : '',
    };
  };
}

const isStage = (stage: string | undefined): stage is TellPositionParameters['stage'] =>
  stage === 'arrival' || stage === 'queued' || stage === 'closed';

function parse(parameters: Record<string, string>): TellPositionParameters {
  const { queue = '', stage, announcedWaitSeconds = '', announcedAhead = '', queuedAt, offeredAt = '' } = parameters;
  const { firstAnnouncedWaitSeconds = '' } = parameters;
  if (!isStage(stage)) throw new Error(`no such stage: ${stage}`);
  const told = { announcedWaitSeconds, firstAnnouncedWaitSeconds, announcedAhead };
  return { queue, stage, ...told, queuedAt, offeredAt, language: languageOf(parameters) };
}

function tellClosed(line: LineRules, asked: TellPositionParameters, now: Date): TellPositionResult {
  // The line may be found closed before a subject, and so a queue, is chosen.
  const calendar = asked.queue === '' ? lineCalendar(line) : queueCalendar(line, asked.queue);
  const opening = nextOpening(calendar, now);
  const today = localTime(now, line.timeZone).date;
  return {
    announcement: phrases(asked.language).closed(opening && { ...localTime(opening, line.timeZone), today }),
    announcedWaitSeconds: asked.announcedWaitSeconds,
    firstAnnouncedWaitSeconds: asked.firstAnnouncedWaitSeconds ?? '',
    announcedAhead: asked.announcedAhead ?? '',
    offer: 'hour',
    offerReason: 'closed',
    queuedAt: '',
    offeredAt: asked.offeredAt,
  };
}

/** What was said beside what was known, so that announced and true waits can be compared. */
function record(
  line: LineRules,
  { queue, stage }: TellPositionParameters,
  contactId: string,
  { snapshot, place, wait }: Outlook,
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
