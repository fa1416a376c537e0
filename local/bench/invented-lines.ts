import { addDays, instantOf } from '../../domain/administration/local-time.ts';
import type { PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { seededIds, seededRandom } from '../random.ts';
import { type Draw, menuMilliseconds, queueAttributes, type Ringing } from './invented-call.ts';
import { inventedCallback } from './invented-callbacks.ts';
import { filed, inventedAnswers, inventedContact, type InventedRecord } from './invented-records.ts';

export interface InventedDayOptions {
  /** Local. */
  day: string;
  timeZone: string;
  /** Of people, on the day; a tenth as many ring on the next one. */
  calls: number;
  seed?: number;
}

const queues = ['allocations', 'logement', 'recouvrement'];

/** Shares of a hundred: with one agent too few, and a callback proposed. */
const fates: readonly [share: number, of: (ringing: Ringing, draw: Draw) => PreparedLine[]][] = [
  [44, answered],
  [4, passedOn],
  [13, abandoned],
  [4, (ringing) => [leaving(ringing, 'arrival', 15)]],
  [4, (ringing) => [leaving(ringing, 'menu', 8)]],
  [8, (ringing) => [leaving(ringing, 'informed', 60)]],
  [2, (ringing) => [leaving(ringing, 'promise', 30)]],
  [2, (ringing) => [leaving(ringing, 'closed', 20)]],
  [2, handedOver],
  [1, (ringing) => [{ ...leaving(ringing, 'arrival', 10), disconnectReason: 'CONTACT_FLOW_DISCONNECT' }]],
  [16, inventedCallback],
];

/** The lines of a day of calls, of what follows them on three days, and of a few calls of the next day. The same seed gives the same lines. */
export function* inventedLines({ day, timeZone, calls, seed = 1 }: InventedDayOptions): Generator<InventedRecord> {
  const random = seededRandom(seed);
  const draw: Draw = { random, id: seededIds(seed), timeZone, upTo: (most) => Math.floor(random() * (most + 1)) };
  const people = Math.max(1, Math.round(calls * 0.8));
  const of = [
    { date: day, count: calls },
    { date: addDays(day, 1), count: Math.round(calls / 10) },
  ];
  for (const { date, count } of of) {
    const opensAt = instantOf(date, 9 * 60, timeZone).getTime();
    for (let call = 0; call < count; call += 1) {
      const ringing = ringingOf(draw, opensAt, { people, year: day.slice(0, 4) });
      for (const line of fateOf(draw)(ringing, draw)) yield filed(line, timeZone);
    }
  }
}

function ringingOf(draw: Draw, opensAt: number, { people, year }: { people: number; year: string }): Ringing {
  const person = draw.random() < 0.05 ? '' : `${year}-${(draw.upTo(people - 1) + 0x1000000).toString(16)}`;
  return {
    contactId: draw.id(),
    person,
    queue: queues[draw.upTo(queues.length - 1)] ?? '',
    at: opensAt + draw.upTo(7.5 * 3600_000),
    waitSeconds: Math.round(-240 * Math.log(1 - draw.random())),
  };
}

function fateOf(draw: Draw): (ringing: Ringing, draw: Draw) => PreparedLine[] {
  const shares = fates.reduce((sum, [share]) => sum + share, 0);
  let left = draw.random() * shares;
  return (fates.find(([share]) => (left -= share) < 0) ?? fates[0])?.[1] ?? answered;
}

function answered(ringing: Ringing, draw: Draw): PreparedLine[] {
  const { contactId, person, at, waitSeconds, queue } = ringing;
  const enqueued = at + menuMilliseconds;
  const agent = enqueued + waitSeconds * 1000 + draw.upTo(999);
  const ended = agent + 60_000 + draw.upTo(600_000);
  const isOffered = draw.random() < 0.9;
  const attributes = { ...queueAttributes(ringing, draw), surveyOffered: isOffered ? 'yes' : 'no' };
  const contact = inventedContact({ contactId, person, at, enqueued, dequeued: agent, agent, ended, attributes });
  if (!isOffered || draw.random() < 0.6) return [contact];
  const given = { quality: 1 + draw.upTo(4), answered: draw.random() < 0.8 };
  return [contact, ...inventedAnswers(contactId, queue, given, ended)];
}

/** Answered, then passed on to another queue by the agent: a second contact of the same call. */
function passedOn(ringing: Ringing, draw: Draw): PreparedLine[] {
  const [first, ...others] = answered(ringing, draw);
  if (first?.line !== 'contact') throw new Error('an answered call begins with its contact');
  const at = Date.parse(first.endedAt ?? '');
  const agent = at + draw.upTo(120_000);
  const next = inventedContact({
    contactId: draw.id(),
    initialContactId: first.contactId,
    previousContactId: first.contactId,
    method: 'QUEUE_TRANSFER',
    person: ringing.person,
    at,
    enqueued: at,
    dequeued: agent,
    agent,
    ended: agent + 90_000,
    attributes: first.attributes,
  });
  return [first, next, ...others];
}

function abandoned(ringing: Ringing, draw: Draw): PreparedLine[] {
  const { contactId, person, at, waitSeconds } = ringing;
  const enqueued = at + menuMilliseconds;
  const ended = enqueued + waitSeconds * 1000;
  const attributes = queueAttributes(ringing, draw);
  return [inventedContact({ contactId, person, at, enqueued, dequeued: ended, ended, attributes })];
}

function leaving(
  { contactId, person, at, queue }: Ringing,
  stage: string,
  seconds: number,
): ReturnType<typeof inventedContact> {
  const attributes = {
    stage,
    queue: stage === 'arrival' || stage === 'closed' ? queue : '',
    offerReason: stage === 'closed' ? 'closed' : '',
  };
  return inventedContact({ contactId, person, at, ended: at + seconds * 1000, attributes });
}

const handedOverSeconds = 45;
function handedOver(ringing: Ringing): PreparedLine[] {
  const contact = leaving(ringing, 'menu', handedOverSeconds);
  return [{ ...contact, transferredOut: true, disconnectReason: 'THIRD_PARTY_DISCONNECT' }];
}
