import type { LineRules } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import { closingAfter, queueCalendar } from '../administration/opening-hours.ts';
import { shortestBoundSeconds, type Announcement } from './announcement.ts';
import type { TellPositionParameters } from './contract.ts';
import type { ExpectedWait } from './expected-wait.ts';
import { hourReason, type OfferFacts } from './offer.ts';
import { phrases } from './phrases.ts';
import type { Place } from './place.ts';
import type { QueueSnapshot } from './snapshot.ts';

/** What is known of a queue and of one caller in it, or about to join it; undefined where it could not be read. */
export interface Outlook {
  snapshot: QueueSnapshot | undefined;
  place: Place | undefined;
  wait: ExpectedWait | undefined;
  /** No supervisor has switched the offer of callbacks off. */
  isOffered: boolean;
}

/** A place that has risen, because it is estimated or others were put first, is not said: nobody is told to be moved back. */
export const placeToTell = ({ place }: Pick<Outlook, 'place'>, announcedAhead: number | undefined): Place | undefined =>
  place && place.ahead <= (announcedAhead ?? Infinity) ? place : undefined;

/** Seconds as a flow keeps them in an attribute; undefined where it has none. */
export const secondsOf = (announced: string): number | undefined =>
  /^\d+$/u.test(announced) ? Number(announced) : undefined;

/** The wait that this caller would have, as far as it is known and as far as the queue is still open then. */
export function offerFacts(
  { callback, ...line }: LineRules,
  { queue, offeredAt }: TellPositionParameters,
  { snapshot, wait, isOffered }: Outlook,
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
export function announcedSentences(
  line: LineRules,
  asked: TellPositionParameters,
  known: Outlook & { toldPlace: Place | undefined },
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
const isStillNext = ({ stage, queuedAt, announcedWaitSeconds }: TellPositionParameters, { place }: Outlook): boolean =>
  stage === 'queued' &&
  queuedAt !== '' &&
  place?.ahead === 0 &&
  !place.estimated &&
  secondsOf(announcedWaitSeconds) === shortestBoundSeconds;
