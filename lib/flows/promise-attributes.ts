import { attribute, external } from './references.ts';

/** What `findBooking` found, kept for the flow of promises. */
export const foundPromise = {
  promiseStatus: external('findBooking', 'status'),
  promiseAnnouncement: external('findBooking', 'announcement'),
  callerKey: external('findBooking', 'callerKey'),
  bookingId: external('findBooking', 'bookingId'),
  revision: external('findBooking', 'revision'),
  queue: external('findBooking', 'queue'),
  callbackNumber: external('findBooking', 'number'),
  callbackNumberKind: external('findBooking', 'numberKind'),
};

/** The booking that this call is about, as the functions that read or change it are told. */
export const namedBooking = {
  callerKey: attribute('callerKey'),
  bookingId: attribute('bookingId'),
  revision: attribute('revision'),
};
