/** A call handed to an outside number by a flow: whoever plays that number answers or refuses it; doing nothing lets it ring. */
export interface ThirdPartyCall {
  contactId: string;
  /** The caller's number, undefined where it is withheld. */
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

/** `handedOver`: nobody plays that number; `over`: the far end hung up first. */
export type TransferResult = 'handedOver' | 'over' | 'failed' | 'late';
