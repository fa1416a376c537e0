import { phrases as callbackPhrases, type SpokenSlot } from '../domain/callback/phrases.ts';
import { flowTexts as positionTexts, phrases as positionPhrases } from '../domain/position/phrases.ts';
import { phrases as smsPhrases } from '../domain/sms/phrases.ts';
import type { LambdaContracts } from './flows/lambda-contracts.ts';

type Answer<Name extends keyof LambdaContracts> = LambdaContracts[Name]['result'];

const position = positionPhrases('fr');
const callback = callbackPhrases('fr');
const sms = smsPhrases('fr');

/** Of the mobiles that the numbering plan keeps for fiction. */
const number = '+33639980001';
/** A day without a date: what is said of it is "aujourd'hui". */
const day = { date: '2030-01-07', today: '2030-01-07' };
const slots: SpokenSlot[] = [10, 11, 14].map((hour) => ({ ...day, fromMinutes: hour * 60, toMinutes: hour * 60 + 30 }));
const starts = ['2030-01-07T09:00:00.000Z', '2030-01-07T10:00:00.000Z', '2030-01-07T13:00:00.000Z'] as const;
const [firstSlot] = slots as [SpokenSlot, ...SpokenSlot[]];
/** Of nobody's booking. */
const noBooking = { callerKey: '', bookingId: '', revision: '' };

const nothingTold = {
  announcedWaitSeconds: '',
  firstAnnouncedWaitSeconds: '',
  announcedAhead: '',
  queuedAt: '',
  offeredAt: '',
};
export const shortWait: Answer<'tellPosition'> = {
  ...nothingTold,
  announcement: position.wait({ kind: 'range', fromMinutes: 1, toMinutes: 1 }),
  offer: 'no',
  offerReason: 'waitShort',
};
export const longWait: Answer<'tellPosition'> = {
  ...nothingTold,
  announcement: position.wait({ kind: 'beyondLadder' }),
  offer: 'both',
  offerReason: 'longWait',
};

export const mobile: Answer<'checkNumber'> = {
  status: 'mobile',
  number,
  spokenNumber: sms.spokenNumber(number),
  spokenEnding: sms.spokenEnding(number),
  reason: '',
};
export const hiddenNumber: Answer<'checkNumber'> = {
  status: 'refused',
  number: '',
  spokenNumber: '',
  spokenEnding: '',
  reason: sms.refusedNumber('masked'),
};

export const hoursOffered: Answer<'offerSlots'> = {
  status: 'offered',
  kind: 'slots',
  choice1: starts[0],
  choice2: starts[1],
  choice3: starts[2],
  more: '',
  announcement: callback.choices(slots),
};
export const hourBooked: Answer<'bookSlot'> = {
  ...noBooking,
  status: 'booked',
  announcement: callback.booked(firstSlot),
};
export const smsSent: Answer<'sendSms'> = { status: 'sent', announcement: sms.smsSent };

/** So that no callback is ever asked for, even where the test is ended too late. */
export const placeNotKept: Answer<'keepPlace'> = {
  ...noBooking,
  status: 'busy',
  announcement: callback.placeBusy,
  spokenCode: '',
};

/** What a supervisor might well publish. */
export const alertPublished: Answer<'tellAlert'> = { alert: 'yes', announcement: positionTexts('fr').atCapacity };
