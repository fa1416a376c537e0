import type { Announcement } from './announcement.ts';
import type { OfferReason, TellPositionResult } from './contract.ts';

/** What decides whether a callback is proposed to somebody at this moment. */
export interface OfferFacts {
  /** Undefined where the queue is not known. */
  agentsStaffed: number | undefined;
  /** What four in five wait less than; undefined where it is not known. */
  likelySeconds: number | undefined;
  /** Undefined where the queue's closing is not known. */
  secondsToClosing: number | undefined;
  /** A supervisor has not switched the offer off. */
  isOffered: boolean;
  secondsSinceOffer: number | undefined;
  offerEveryMinutes: number;
}

export interface Offer {
  offer: TellPositionResult['offer'];
  offerReason: OfferReason;
}

/**
 * A place is offered to be kept only where somebody will serve it today: with nobody there, or too late, an hour is the honest promise.
 * The offer comes again every few minutes, not with each announcement.
 */
export function whatToOffer(announcement: Pick<Announcement, 'offer' | 'offerReason'>, facts: OfferFacts): Offer {
  if (!facts.isOffered) return { offer: 'no', offerReason: 'switchedOff' };
  const reason = hourReason(facts) ?? announcement.offerReason;
  const isHour = reason === 'unstaffed' || reason === 'nearClosing';
  if (!isHour && !announcement.offer) return { offer: 'no', offerReason: reason };
  if (facts.secondsSinceOffer !== undefined && facts.secondsSinceOffer < facts.offerEveryMinutes * 60) {
    return { offer: 'no', offerReason: 'offeredRecently' };
  }
  return { offer: isHour ? 'hour' : 'both', offerReason: reason };
}

/** Why only an hour can be promised honestly; undefined where a place can be kept. */
export function hourReason({
  agentsStaffed,
  likelySeconds,
  secondsToClosing,
}: Pick<OfferFacts, 'agentsStaffed' | 'likelySeconds' | 'secondsToClosing'>): 'unstaffed' | 'nearClosing' | undefined {
  if (agentsStaffed === 0) return 'unstaffed';
  const isLate = likelySeconds !== undefined && secondsToClosing !== undefined && likelySeconds > secondsToClosing;
  return isLate ? 'nearClosing' : undefined;
}
