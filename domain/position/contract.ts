import type { Language } from '../administration/language.ts';

/** Parameters that a flow gives `position/tell-position`. Strings, as Connect sends them. */
export interface TellPositionParameters {
  /** Queue id of the YAML. */
  queue: string;
  /** `arrival`: before the queue, the place and wait that joining it now would give. `queued`: position and wait. `closed`: when the line opens. */
  stage: 'arrival' | 'queued' | 'closed';
  /** The upper bound announced last to this caller, in seconds; empty at first. */
  announcedWaitSeconds: string;
  /**
   * `queuedAt` of the first result of stage `queued`, empty before: how long this caller has been in the queue, for the
   * times when Connect does not say the position. Without it such a time has no position.
   */
  queuedAt?: string | undefined;
  language: Language;
}

export type OfferReason = 'longWait' | 'waitGrew' | 'closed' | 'waitShort' | 'waitUnknown' | 'noSeats' | 'switchedOff';

/** STRING_MAP result of `position/tell-position`. */
export interface TellPositionResult {
  /** A complete sentence, or several, ready to be spoken. */
  announcement: string;
  /** Upper bound now announced, in seconds; the previous one when no figure was said; empty when none ever was. */
  announcedWaitSeconds: string;
  /** Whether to propose a callback now. */
  offer: 'yes' | 'no';
  offerReason: OfferReason;
  /** ISO 8601 UTC of this caller's first announcement in the queue; empty before stage `queued`. */
  queuedAt: string;
}

/** Attributes the flow keeps from one announcement to the next. */
export interface PositionAttributes {
  announcedWaitSeconds: string;
  queuedAt: string;
}
