import { recognisableNumber } from '../callback/caller-id.ts';

/** The event of `contact-centre/forget-person`: a person asks that what we hold about them be deleted (article 17 of the GDPR). */
export interface ForgetRequest {
  /** As people write it: `06 12 34 56 78`, `+33612345678`. */
  number: string;
  by: string;
  /** What an earlier answer gave, where there was more to do than one invocation does. */
  continuation?: ForgetContinuation | undefined;
}

/** Where the work goes on: after that item of the ledger, or after that day of the reports, which are read backwards. */
export type ForgetContinuation =
  | { step: 'ledger'; after?: string | undefined }
  | { step: 'reports'; after?: string | undefined };

/** How much was deleted: never what, nor of whom. */
export interface Forgotten {
  /** Promises that were to be kept: cancelled, their seat is free. */
  promisesCancelled: number;
  /** Items of the ledger that were of this person. */
  ledgerItems: number;
  /** Slots, places and lists that named this person among others. */
  mentions: number;
  /** Contacts of Amazon Connect whose number, and whose attributes of a person, are gone. */
  contacts: number;
  /** Lines of the reports' records, and rows of compiled days, that are nobody's now: their figures stay. */
  reportLines: number;
  /** Wishes that stand: no SMS, no call by a machine. They hold no number, and are what protects this person. */
  wishesKept: number;
}
export type ForgetResult =
  | { status: 'refused'; reasons: string[] }
  /** This person is on the line, or being called: to be asked again once that call is over. */
  | { status: 'underWay'; forgotten: Forgotten }
  | { status: 'more'; continuation: ForgetContinuation; forgotten: Forgotten }
  | { status: 'done'; forgotten: Forgotten };

/** The function has this name in the account, so that people can invoke it. */
export const forgetFunctionName = (administrationId: string): string => `Rappel-${administrationId}-forget-person`;

export const nothingForgotten: Forgotten = {
  promisesCancelled: 0,
  ledgerItems: 0,
  mentions: 0,
  contacts: 0,
  reportLines: 0,
  wishesKept: 0,
};

export function addForgotten(one: Forgotten, other: Partial<Forgotten>): Forgotten {
  const sum = { ...one };
  for (const key of Object.keys(one) as (keyof Forgotten)[]) sum[key] += other[key] ?? 0;
  return sum;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What an event asks for, its number in E.164; or every reason why it asks for nothing. No reason quotes the number. */
export function checkForget(
  event: unknown,
  ownNumbers: readonly string[],
): { asked: ForgetRequest } | { reasons: string[] } {
  const { number, by, continuation } = isFields(event) ? event : {};
  const e164 = typeof number === 'string' ? recognisableNumber(number, ownNumbers) : undefined;
  const who = typeof by === 'string' && /^[\w.@+-]{1,64}$/.test(by) ? by : undefined;
  const goesOn = continuation === undefined || isContinuation(continuation);
  if (e164 !== undefined && who !== undefined && goesOn) return { asked: { number: e164, by: who, continuation } };
  return {
    reasons: [
      ...(e164 === undefined ? ['number: of a person, such as 06 12 34 56 78 or +33612345678'] : []),
      ...(who === undefined ? ['by: who asks, 1 to 64 letters, digits, ".", "_", "@", "+", "-"'] : []),
      ...(goesOn ? [] : ['continuation: what an earlier answer gave']),
    ],
  };
}

function isContinuation(value: unknown): value is ForgetContinuation {
  if (!isFields(value)) return false;
  const { step, after } = value;
  const isDay = typeof after === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(after);
  if (step === 'reports') return after === undefined || isDay;
  return step === 'ledger' && (after === undefined || typeof after === 'string');
}
