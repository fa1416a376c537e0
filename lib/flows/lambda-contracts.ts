import type {
  BookSlotParameters,
  BookSlotResult,
  CheckNumberParameters,
  CheckNumberResult,
  NoteOutcomeParameters,
  NoteOutcomeResult,
  OfferSlotsParameters,
  OfferSlotsResult,
} from '../../domain/callback/contract.ts';
import type { TellPositionParameters, TellPositionResult } from '../../domain/position/contract.ts';
import type { SendSmsParameters, SendSmsResult } from '../../domain/sms/contract.ts';
import type { RecordAnswerParameters, RecordAnswerResult } from '../../domain/survey/contract.ts';

/** What each Lambda that a flow invokes is given and answers. */
export interface LambdaContracts {
  tellPosition: { parameters: TellPositionParameters; result: TellPositionResult };
  checkNumber: { parameters: CheckNumberParameters; result: CheckNumberResult };
  offerSlots: { parameters: OfferSlotsParameters; result: OfferSlotsResult };
  bookSlot: { parameters: BookSlotParameters; result: BookSlotResult };
  sendSms: { parameters: SendSmsParameters; result: SendSmsResult };
  noteOutcome: { parameters: NoteOutcomeParameters; result: NoteOutcomeResult };
  recordAnswer: { parameters: RecordAnswerParameters; result: RecordAnswerResult };
}

export type FlowLambdaName = keyof LambdaContracts;

type ResultKeys = { [L in FlowLambdaName]: Record<keyof LambdaContracts[L]['result'], true> };

/** The keys of every result: types vanish at run time, and the attribute check needs them then. */
const resultKeys: ResultKeys = {
  tellPosition: { queuedAt: true, announcement: true, announcedWaitSeconds: true, offer: true, offerReason: true },
  checkNumber: { status: true, number: true, spokenNumber: true, spokenEnding: true, reason: true },
  offerSlots: { status: true, count: true, slot1: true, slot2: true, slot3: true, announcement: true },
  bookSlot: { status: true, announcement: true, callerKey: true, bookingId: true, revision: true },
  sendSms: { status: true, announcement: true },
  noteOutcome: { status: true },
  recordAnswer: { status: true },
};

export const resultKeysByLambda: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(resultKeys).map(([lambda, keys]) => [lambda, new Set(Object.keys(keys))]),
);
