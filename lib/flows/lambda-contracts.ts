import type {
  GuidedChangeParameters,
  GuidedChangeResult,
  TellLineResult,
} from '../../domain/administration/supervisor-choice.ts';
import type {
  BookSlotParameters,
  BookSlotResult,
  CancelBookingParameters,
  CancelBookingResult,
  CheckNumberParameters,
  CheckNumberResult,
  FindBookingParameters,
  FindBookingResult,
  KeepPlaceParameters,
  KeepPlaceResult,
  MoveBookingParameters,
  MoveBookingResult,
  NoteOutcomeParameters,
  NoteOutcomeResult,
  OfferSlotsParameters,
  OfferSlotsResult,
} from '../../domain/callback/contract.ts';
import type {
  BriefAgentParameters,
  BriefAgentResult,
  TellAlertParameters,
  TellAlertResult,
  TellPositionParameters,
  TellPositionResult,
} from '../../domain/position/contract.ts';
import type {
  SendForAgentParameters,
  SendForAgentResult,
  SendInformationParameters,
  SendInformationResult,
  SendSmsParameters,
  SendSmsResult,
  StopWritingParameters,
  StopWritingResult,
} from '../../domain/sms/contract.ts';
import type { RecordAnswerParameters, RecordAnswerResult } from '../../domain/survey/contract.ts';

/** What each Lambda that a flow invokes is given and answers. */
export interface LambdaContracts {
  tellPosition: { parameters: TellPositionParameters; result: TellPositionResult };
  tellAlert: { parameters: TellAlertParameters; result: TellAlertResult };
  briefAgent: { parameters: BriefAgentParameters; result: BriefAgentResult };
  checkNumber: { parameters: CheckNumberParameters; result: CheckNumberResult };
  findBooking: { parameters: FindBookingParameters; result: FindBookingResult };
  offerSlots: { parameters: OfferSlotsParameters; result: OfferSlotsResult };
  bookSlot: { parameters: BookSlotParameters; result: BookSlotResult };
  keepPlace: { parameters: KeepPlaceParameters; result: KeepPlaceResult };
  moveBooking: { parameters: MoveBookingParameters; result: MoveBookingResult };
  cancelBooking: { parameters: CancelBookingParameters; result: CancelBookingResult };
  sendSms: { parameters: SendSmsParameters; result: SendSmsResult };
  sendInformation: { parameters: SendInformationParameters; result: SendInformationResult };
  sendForAgent: { parameters: SendForAgentParameters; result: SendForAgentResult };
  stopWriting: { parameters: StopWritingParameters; result: StopWritingResult };
  noteOutcome: { parameters: NoteOutcomeParameters; result: NoteOutcomeResult };
  recordAnswer: { parameters: RecordAnswerParameters; result: RecordAnswerResult };
  tellLine: { parameters: object; result: TellLineResult };
  changeLine: { parameters: GuidedChangeParameters; result: GuidedChangeResult };
}

export type FlowLambdaName = keyof LambdaContracts;

type ResultKeys = { [L in FlowLambdaName]: Record<keyof LambdaContracts[L]['result'], true> };

const booked = { status: true, announcement: true, callerKey: true, bookingId: true, revision: true } as const;
const changed = { status: true, announcement: true, revision: true } as const;
const announced = { status: true, announcement: true } as const;

/** The keys of every result: types vanish at run time, and the attribute check needs them then. */
const resultKeys: ResultKeys = {
  tellPosition: {
    queuedAt: true,
    offeredAt: true,
    announcement: true,
    announcedWaitSeconds: true,
    firstAnnouncedWaitSeconds: true,
    announcedAhead: true,
    offer: true,
    offerReason: true,
  },
  tellAlert: { alert: true, announcement: true },
  briefAgent: { announcement: true },
  checkNumber: { status: true, number: true, spokenNumber: true, spokenEnding: true, reason: true },
  findBooking: { ...booked, queue: true, number: true, numberKind: true },
  offerSlots: { ...announced, kind: true, choice1: true, choice2: true, choice3: true, more: true },
  bookSlot: booked,
  keepPlace: { ...booked, spokenCode: true },
  moveBooking: changed,
  cancelBooking: changed,
  sendSms: announced,
  sendInformation: announced,
  sendForAgent: { ...announced, choice: true },
  stopWriting: announced,
  noteOutcome: { status: true },
  recordAnswer: { status: true },
  tellLine: { alert: true, callbacks: true, today: true },
  changeLine: announced,
};

export const resultKeysByLambda: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(resultKeys).map(([lambda, keys]) => [lambda, new Set(Object.keys(keys))]),
);
