import { addDays, instantOf, localTime } from '../../domain/administration/local-time.ts';
import type { PreparedBooking, PreparedContact, PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { type Draw, queueAttributes, type Ringing } from './invented-call.ts';
import { inventedAnswers, inventedBooking, type InventedContact, inventedContact, iso } from './invented-records.ts';

interface Promised extends Ringing {
  bookingId: string;
  /** Start of the hour, empty for a place. */
  slot: string;
  bookedAt: number;
}

const slotMilliseconds = 30 * 60_000;

/** A call in which a callback is taken, with its SMS, its booking, and our calls for it. */
export function inventedCallback(ringing: Ringing, draw: Draw): PreparedLine[] {
  const bookedAt = ringing.at + 40_000;
  const isPlace = draw.random() < 0.4;
  const slot = isPlace ? '' : iso(slotAfter(bookedAt, draw));
  const promised: Promised = { ...ringing, bookingId: draw.id(), slot, bookedAt };
  const call = inventedContact({
    ...pick(ringing),
    enqueued: ringing.at + 20_000,
    dequeued: bookedAt,
    ended: bookedAt + 15_000,
    attributes: {
      ...queueAttributes(ringing, draw),
      offeredAt: iso(ringing.at + 20_000),
      bookingId: promised.bookingId,
    },
  });
  const told = booking(promised, 1, { from: 'none', to: isPlace ? 'queued' : 'booked' }, bookedAt);
  return [call, told, ...sms(promised, draw), ...(isPlace ? placeCalls(promised, draw) : slotCalls(promised, draw))];
}

const pick = ({ contactId, person, at }: Ringing): Pick<Ringing, 'contactId' | 'person' | 'at'> => ({
  contactId,
  person,
  at,
});

const booking = (
  { contactId, bookingId, queue, slot }: Promised,
  revision: number,
  change: Parameters<typeof inventedBooking>[2],
  at: number,
): PreparedBooking => inventedBooking({ contactId, bookingId, queue, slot }, revision, change, at);

/** On the day while it is open, else on the next one. */
function slotAfter(at: number, { upTo, timeZone }: Draw): number {
  const { date, minutes } = localTime(new Date(at), timeZone);
  const next = (Math.floor(minutes / 30) + 2 + upTo(4)) * 30;
  const isToday = next <= 16 * 60;
  return instantOf(isToday ? date : addDays(date, 1), isToday ? next : 10 * 60, timeZone).getTime();
}

function sms({ contactId, bookingId, slot, bookedAt }: Promised, draw: Draw): PreparedLine[] {
  const chance = draw.random();
  if (chance < 0.1) return [];
  const outcome = chance < 0.13 ? 'refused' : chance < 0.14 ? 'unknown' : 'sent';
  const messageId = outcome === 'sent' ? draw.id() : '';
  const at = iso(bookedAt + 1000);
  const asked: PreparedLine = {
    line: 'sms',
    id: draw.id(),
    contactId,
    bookingId,
    template: slot === '' ? 'placeKept' : 'confirmation',
    country: 'FR',
    parts: 1,
    outcome,
    reason: outcome === 'refused' ? 'DESTINATION_PHONE_NUMBER_OPTED_OUT' : '',
    messageId,
    at,
  };
  if (outcome !== 'sent' || chance < 0.2) return [asked];
  const delivery = (status: string, isFinal: boolean, seconds: number): PreparedLine => ({
    line: 'delivery',
    messageId,
    status,
    isFinal,
    parts: 1,
    priceUsd: 0.0745,
    at: iso(bookedAt + seconds * 1000),
  });
  return [asked, delivery('SUCCESSFUL', false, 3), delivery(chance < 0.25 ? 'UNREACHABLE' : 'DELIVERED', true, 5)];
}

/** Rung in the hour, late, or not at all: the person cancels; at most two attempts. */
function slotCalls(promised: Promised, draw: Draw): PreparedLine[] {
  const start = Date.parse(promised.slot);
  const chance = draw.random();
  if (chance < 0.08) return [booking(promised, 2, { from: 'booked', to: 'cancelled' }, promised.bookedAt + 60_000)];
  const isLate = chance < 0.16;
  const later = start + slotMilliseconds * 2;
  const lines: PreparedLine[] = isLate
    ? [
        booking(
          promised,
          2,
          { from: 'booked', to: 'booked', reason: 'notAttempted', slot: iso(later) },
          start + slotMilliseconds + 5000,
        ),
      ]
    : [];
  const answersAt = draw.random() < 0.75 ? 1 : draw.random() < 0.7 ? 2 : 3;
  let revision = isLate ? 3 : 2;
  for (let attempt = 1; attempt <= Math.min(2, answersAt); attempt += 1) {
    const at = (isLate ? later : start) + (attempt - 1) * 1_200_000 + draw.upTo(120_000);
    const isReached = attempt === answersAt;
    lines.push(...attemptLines(promised, { attempt, at, revision, isReached }, draw));
    revision += isReached ? 4 : 2;
  }
  if (answersAt === 3) {
    lines.push(booking(promised, revision, { from: 'missed', to: 'exhausted', reason: 'noAnswer' }, start + 3_000_000));
  }
  return lines;
}

interface Attempt {
  attempt: number;
  at: number;
  revision: number;
  isReached: boolean;
}

function attemptLines(promised: Promised, { attempt, at, revision, isReached }: Attempt, draw: Draw): PreparedLine[] {
  const dialled = booking(promised, revision, { from: attempt === 1 ? 'booked' : 'missed', to: 'dialling' }, at);
  const { bookingId, queue, person } = promised;
  const attributes = { bookingId, queue, attempt: String(attempt), promise: 'slot' };
  const contact = { contactId: draw.id(), method: 'API', person, at, attributes };
  if (!isReached) {
    const missed = booking(promised, revision + 1, { from: 'dialling', to: 'missed', reason: 'noAnswer' }, at + 31_000);
    return [dialled, inventedContact({ ...contact, ended: at + 30_000, reason: 'TELECOM_UNANSWERED' }), missed];
  }
  const agent = at + 20_000 + draw.upTo(30_000);
  const ended = agent + 60_000 + draw.upTo(400_000);
  const talk = { connected: at + 9000, enqueued: at + 18_000, dequeued: agent, agent, ended };
  return [
    dialled,
    inventedContact({ ...contact, ...talk, attributes: { ...attributes, surveyOffered: 'yes' } }),
    booking(promised, revision + 1, { from: 'dialling', to: 'answered' }, at + 15_000),
    booking(promised, revision + 2, { from: 'answered', to: 'connected' }, agent),
    booking(promised, revision + 3, { from: 'connected', to: 'done' }, ended),
    ...answersOf(contact.contactId, queue, ended, draw),
  ];
}

const answersOf = (contactId: string, queue: string, at: number, draw: Draw): PreparedLine[] =>
  draw.random() < 0.5 ? inventedAnswers(contactId, queue, { quality: 2 + draw.upTo(3), answered: true }, at) : [];

/** Connect's own callback of a place: reached, not answered, or never dialled and carried over at closing. */
function placeCalls(promised: Promised, draw: Draw): PreparedLine[] {
  const { contactId, person, bookedAt, bookingId, queue } = promised;
  const enqueued = bookedAt + 1000;
  const about = { contactId: draw.id(), initialContactId: contactId, previousContactId: contactId, method: 'CALLBACK' };
  const callback = { ...about, person, at: enqueued, enqueued, attributes: { bookingId, queue } };
  const chance = draw.random();
  if (chance < 0.1) return carriedOver(promised, callback, draw);
  const agent = enqueued + 120_000 + draw.upTo(1_200_000);
  if (chance < 0.2) {
    return [
      inventedContact({ ...callback, dequeued: agent, agent, ended: agent + 30_000, reason: 'TELECOM_UNANSWERED' }),
      booking(promised, 2, { from: 'queued', to: 'missed', reason: 'noAnswer' }, agent + 31_000),
      booking(promised, 3, { from: 'missed', to: 'exhausted', reason: 'noAnswer' }, agent + 31_000),
    ];
  }
  const ended = agent + 60_000 + draw.upTo(400_000);
  const attributes = { ...callback.attributes, surveyOffered: 'yes' };
  return [
    inventedContact({ ...callback, dequeued: agent, agent, connected: agent + 8000, ended, attributes }),
    booking(promised, 2, { from: 'queued', to: 'connected' }, agent + 8000),
    booking(promised, 3, { from: 'connected', to: 'done' }, ended),
    // Kept by the first contact of the chain.
    ...answersOf(contactId, queue, ended, draw),
  ];
}

function carriedOver(promised: Promised, callback: Omit<InventedContact, 'ended'>, draw: Draw): PreparedLine[] {
  const { date } = localTime(new Date(promised.at), draw.timeZone);
  const closing = instantOf(date, 16.75 * 60, draw.timeZone).getTime();
  const slot = iso(instantOf(addDays(date, 1), 10 * 60, draw.timeZone).getTime());
  const stopped: PreparedContact = inventedContact({ ...callback, dequeued: closing, ended: closing, reason: 'API' });
  const moved = booking(promised, 2, { from: 'queued', to: 'booked', reason: 'notAttempted', slot }, closing);
  const at = Date.parse(slot) + draw.upTo(600_000);
  return [
    stopped,
    moved,
    ...attemptLines({ ...promised, slot }, { attempt: 1, at, revision: 3, isReached: true }, draw),
  ];
}
