/** A call handed to an outside number by a flow: whoever plays that number answers or refuses it; doing nothing lets it ring. */
export interface ThirdPartyCall {
  contactId: string;
  /** The number that is shown: the caller's, undefined where it is withheld, or the one that the flow sets. */
  from: string | undefined;
  to: string;
  /** From now on the far end gets the caller's keys, and hears of the caller's hanging up. */
  answer(farEnd?: FarEnd): {
    /** The far end hangs up first. */
    hangUp(): void;
  };
  refuse(reason: 'busy' | 'refused' | 'unreachable'): void;
  /** Nobody plays that number: it takes the caller, and the contact ends as transferred. */
  handOver(): void;
}

/** What the far end of a transferred call gets. */
export interface FarEnd {
  press(key: string): void;
  callerHungUp(): void;
}

/** What a flow asks of such a call. Numbers are E.164. */
export interface TransferRequest {
  to: string;
  timeLimitSeconds: number;
  /** What the far end sees, in place of the caller's own number. */
  callerId: string | undefined;
  /** Keys that are pressed for the caller as soon as the far end answers; a comma is a pause. */
  digits: string;
}

/** `handedOver`: nobody plays that number; `over`: the far end hung up first. */
export type TransferResult = 'handedOver' | 'over' | 'failed' | 'late';
