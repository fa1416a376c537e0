import type { CallbackAttributes } from '../callback/contract.ts';
import type { Language } from '../administration/language.ts';

/** Parameters that a flow gives `position/tell-position`. Strings, as Connect sends them. */
export interface TellPositionParameters {
  /** Queue id of the YAML. */
  queue: string;
  /** `arrival`: before the queue, the place and wait that joining it now would give. `queued`: position and wait. `closed`: when the line opens. */
  stage: 'arrival' | 'queued' | 'closed';
  /** The upper bound announced last to this caller, in seconds; empty at first. */
  announcedWaitSeconds: string;
  /** The first of these bounds, which the reports compare with the wait that followed; empty at first. */
  firstAnnouncedWaitSeconds?: string | undefined;
  /** How many persons this caller was told last to be before them; empty at first. */
  announcedAhead?: string | undefined;
  /**
   * `queuedAt` of the first result of stage `queued`, empty before: how long this caller has been in the queue, for the
   * times when Connect does not say the position. Without it such a time has no position.
   */
  queuedAt?: string | undefined;
  /** `offeredAt` of the last result; empty at first. */
  offeredAt: string;
  language: Language;
}

/** Why a callback is proposed now, or is not; reports count each. */
export type OfferReason =
  | 'longWait'
  | 'waitGrew'
  | 'waitUnknown'
  | 'closed'
  /** Who joins the queue now would not be served before it closes. */
  | 'nearClosing'
  /** The queue is open, and no agent is there. */
  | 'unstaffed'
  | 'waitShort'
  | 'offeredRecently'
  /** A supervisor has stopped the offer. */
  | 'switchedOff';

/** STRING_MAP result of `position/tell-position`. */
export interface TellPositionResult {
  /** A complete sentence, or several, ready to be spoken. */
  announcement: string;
  /** Upper bound now announced, in seconds; the previous one when no figure was said; empty when none ever was. */
  announcedWaitSeconds: string;
  /** The first bound that this caller heard, once one was said: the parameter, or the one now announced. */
  firstAnnouncedWaitSeconds: string;
  /** Persons before, as told last: a place that has risen since is not said. */
  announcedAhead: string;
  /** What to propose now: to keep the place or to choose an hour, an hour alone, or nothing. */
  offer: 'both' | 'hour' | 'no';
  offerReason: OfferReason;
  /** ISO 8601 UTC of this caller's first announcement in the queue; empty before stage `queued`. */
  queuedAt: string;
  /** ISO 8601 UTC of the last time a callback was proposed; empty before the first. */
  offeredAt: string;
}

/** Attributes the flow keeps from one announcement to the next. */
export interface PositionAttributes {
  announcedWaitSeconds: string;
  announcedAhead: string;
  queuedAt: string;
  offeredAt: string;
}

/** Why somebody is put through: they rang, we call as promised, or a colleague passes them on. */
export type Promised = CallbackAttributes['promise'];

/** Parameters of `position/brief-agent`, invoked by the whisper to the agent: no SDK. */
export interface BriefAgentParameters {
  /** What the caller chose, in words; or why we called. */
  reason: string;
  /** `queuedAt` of the caller; empty where the caller never waited. */
  queuedAt: string;
  promise: Promised;
  /** The caller's; the agent hears French. */
  language: Language;
}
export interface BriefAgentResult {
  announcement: string;
}

/** Parameters of `position/tell-alert`: DynamoDB only. */
export interface TellAlertParameters {
  language: Language;
}
export interface TellAlertResult {
  /** Whether a supervisor has published one that still holds. */
  alert: 'yes' | 'no';
  announcement: string;
}

/** Counts in the namespace `Rappel`, by `administration`. */
export const positionMetrics = {
  /** Neither the ledger nor Connect told in time how a queue stands: callers heard that their wait is not known. */
  waitUnknown: 'WaitsUnknown',
} as const;
