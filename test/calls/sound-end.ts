import type { CallEvent } from '../../local/call-event.ts';
import { orphansOf } from './ledger.ts';
import type { ToldCall } from './place-call.ts';

/** Faults that no call may show, whatever went wrong in it; empty for a sound one. */
export function faultsOf({ events, ledger }: ToldCall): string[] {
  return [...endFaults(events), ...bookingFaults(events, ledger.bookings), ...orphansOf(ledger), ...smsFaults(events)];
}

function endFaults(events: CallEvent[]): string[] {
  const contacts = new Set(events.filter(({ kind }) => kind === 'ringing' || kind === 'heard').map(contactOf));
  const ends = events.filter((event) => event.kind === 'ended');
  const unended = [...contacts].filter((contactId) => ends.filter((end) => end.contactId === contactId).length !== 1);
  const dropped = ends.filter(({ outcome }) => outcome === 'dropped');
  const errors = events.filter(({ kind }) => kind === 'error');
  return [
    ...unended.map((contactId) => `contact ${contactId} has not one end`),
    ...dropped.map(({ contactId }) => `contact ${contactId} was dropped`),
    ...errors.map(({ text }) => `an error without a branch: ${text}`),
  ];
}

/** A call counts as booked where the ledger says so; whoever was told of a booking has it. */
function bookingFaults(events: CallEvent[], bookings: ToldCall['ledger']['bookings']): string[] {
  const promised = events.filter(
    (event) => event.kind === 'heard' && /C'est noté|bien (réservé|noté)/.test(event.text),
  );
  return promised
    .filter(({ contactId }) => !bookings.some((booking) => booking.contactId === contactId))
    .map(({ contactId }) => `contact ${contactId} was promised a callback that is not in the ledger`);
}

/** The same text to the same person twice. */
function smsFaults(events: CallEvent[]): string[] {
  const texts = events.filter((event) => event.kind === 'sms').map(({ to, text }) => `${to} ${text}`);
  return texts.filter((text, index) => texts.indexOf(text) !== index).map((text) => `twice by SMS: ${text}`);
}

const contactOf = ({ contactId }: CallEvent): string => contactId;
