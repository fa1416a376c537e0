import { instantOf, localTime } from '../../domain/administration/local-time.ts';
import type { BookingEvent } from '../../domain/callback/contract.ts';
import type { AnswerEvent, SmsEvent } from '../../domain/reporting/contract.ts';
import type { CountKey, Report } from '../../domain/reporting/report-contract.ts';
import type { DeliveryEvent } from '../../domain/sms/contract.ts';
import { countedBy, distributionOf, recomputedShares } from './recomputed-shares.ts';

/** A contact record as Connect sends it: what is read of it here. */
export interface RawContact {
  Channel: string;
  ContactId: string;
  InitialContactId?: string | null;
  InitiationMethod: string;
  InitiationTimestamp: string;
  ConnectedToSystemTimestamp?: string | null;
  DisconnectTimestamp?: string | null;
  DisconnectReason?: string | null;
  LastUpdateTimestamp: string;
  Queue?: { EnqueueTimestamp?: string | null; DequeueTimestamp?: string | null } | null;
  Agent?: { ConnectedToAgentTimestamp?: string | null } | null;
  CustomerEndpoint?: { Address?: string | null } | null;
  SystemEndpoint?: { Address?: string | null } | null;
  TransferredToEndpoint?: object | null;
  Attributes?: Record<string, string> | null;
}
/** What a day left: everything as it was sent, before any function of ours saw it. */
export interface RawDay {
  contacts: RawContact[];
  bookings: BookingEvent[];
  sms: SmsEvent[];
  answers: AnswerEvent[];
  deliveries: (DeliveryEvent & { totalMessageParts: number; totalMessagePrice?: number })[];
}

const zone = 'Europe/Paris';
const dayOf = (at: string): string => localTime(new Date(at), zone).date;
const secondsBetween = (from: string, to: string): number => Math.ceil((Date.parse(to) - Date.parse(from)) / 1000);
const count = <T>(all: readonly T[], is: (each: T) => unknown): number => all.filter((each) => is(each)).length;
const sum = <T>(all: readonly T[], of: (each: T) => number): number => all.reduce((total, each) => total + of(each), 0);
const nextDayOf = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

export interface Recomputed {
  counts: Record<CountKey, number>;
  shares: ReturnType<typeof recomputedShares>;
  /** By the report's own keys. */
  breakdowns: Pick<
    Report,
    'offerReasons' | 'callbackRefusals' | 'reachedAtAttempt' | 'voiceSecondsDistribution' | 'smsByTemplate'
  >;
  callsByHalfHour: Record<string, number>;
  /** By number of ours. */
  emitted: Record<string, number>;
  received: Record<string, number>;
}

/**
 * Written a second time, from docs/metrics.md alone: what a report says is compared with it. Everything promised on the day has come to its end by
 * then, and the next day is over.
 */
export function recomputed(raw: RawDay, day: string, slotMinutes: number): Recomputed {
  const voice = settled(raw.contacts).filter(({ Channel }) => Channel === 'VOICE');
  const onDay = ({ InitiationTimestamp }: RawContact): boolean => dayOf(InitiationTimestamp) === day;
  const ours = voice.filter(isOurs);
  const calls = callsOf(voice.filter(onDay), voice, raw);
  const promises = raw.bookings
    .filter(({ from, at }) => from === 'none' && dayOf(at) === day)
    .map((made) => promiseOf(made, raw, ours, slotMinutes));
  const counts = {
    ...fates(calls),
    ...waits(calls, ours),
    ...people(
      calls,
      ours,
      callsOf(
        voice.filter((each) => dayOf(each.InitiationTimestamp) === nextDayOf(day)),
        voice,
        raw,
      ),
      day,
    ),
    ...proposals(calls, ours),
    ...kept(promises),
    ...messages(raw, day),
    ...surveys(calls, ours.filter(onDay), raw),
    callsEmitted: count(ours.filter(onDay), rangAt),
  };
  const voices = voicesOf(calls, ours);
  const persons = new Set(calls.flatMap(({ number }) => number ?? [])).size;
  const emitted = ours.filter((each) => onDay(each) && rangAt(each));
  return {
    counts,
    shares: recomputedShares(counts, { voices, persons }),
    breakdowns: {
      offerReasons: countedBy(calls, ({ attributes }) => attributes['offerReason']),
      callbackRefusals: countedBy(calls, ({ attributes, taken }) =>
        taken ? undefined : attributes['callbackRefusal'],
      ),
      reachedAtAttempt: countedBy(promises, ({ reachedAtCall }) =>
        reachedAtCall === undefined ? undefined : String(reachedAtCall),
      ),
      voiceSecondsDistribution: distributionOf(voices),
      smsByTemplate: countedBy(
        [...new Map(raw.sms.map((event) => [event.id, event])).values()].filter(({ at }) => dayOf(at) === day),
        ({ outcome, template }) => (outcome === 'sent' ? template : undefined),
      ),
    },
    callsByHalfHour: countedBy(calls, ({ startedAt }) => halfHourOf(startedAt)),
    emitted: countedBy(emitted, ({ SystemEndpoint }) => SystemEndpoint?.Address ?? undefined),
    received: countedBy(calls, ({ displayed }) => displayed),
  };
}

/** Local, `HH:MM`. */
function halfHourOf(at: string): string {
  const { minutes } = localTime(new Date(at), zone);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 < 30 ? '00' : '30'}`;
}

/** Of records of one contact, the one updated last. */
function settled(contacts: readonly RawContact[]): RawContact[] {
  const last = new Map<string, RawContact>();
  for (const contact of contacts) {
    const before = last.get(contact.ContactId);
    if (!before || before.LastUpdateTimestamp <= contact.LastUpdateTimestamp) last.set(contact.ContactId, contact);
  }
  return [...last.values()];
}

const isOurs = ({ InitiationMethod }: RawContact): boolean =>
  ['API', 'CALLBACK', 'OUTBOUND'].includes(InitiationMethod);
const agentAt = ({ Agent }: RawContact): string | undefined => Agent?.ConnectedToAgentTimestamp ?? undefined;
const isPlace = ({ InitiationMethod }: RawContact): boolean => InitiationMethod === 'CALLBACK';
/** When our telephone call rang; of a kept place an agent is found first. */
const rangAt = (each: RawContact): string | undefined => (isPlace(each) ? agentAt(each) : each.InitiationTimestamp);
/** When an agent and the person we rang could talk. */
function talkedAt(each: RawContact): string | undefined {
  const agent = agentAt(each);
  if (!agent || !isPlace(each)) return agent;
  const up = each.ConnectedToSystemTimestamp ?? undefined;
  return up && [agent, up].toSorted()[1];
}

interface Call {
  ids: ReadonlySet<string>;
  number: string | undefined;
  /** Number of ours that was dialled. */
  displayed: string | undefined;
  startedAt: string;
  endedAt: string;
  attributes: Record<string, string>;
  queueSeconds: number | undefined;
  agentAt: string | undefined;
  taken: BookingEvent | undefined;
  fate: Fate;
  isClosed: boolean;
}
type Fate =
  | 'answered'
  | 'callback'
  | 'transferred'
  | 'informed'
  | 'closed'
  | 'abandoned'
  | 'balked'
  | 'leftInMenu'
  | 'failed';

const callsOf = (begun: readonly RawContact[], voice: readonly RawContact[], raw: RawDay): Call[] =>
  begun.filter(({ InitiationMethod }) => InitiationMethod === 'INBOUND').map((first) => callOf(first, voice, raw));

function callOf(first: RawContact, voice: readonly RawContact[], raw: RawDay): Call {
  const chain = [first, ...(continuationsOf(voice).get(first.ContactId) ?? [])];
  const attributes = Object.assign({}, ...chain.map(({ Attributes }) => Attributes ?? {})) as Record<string, string>;
  const ids = new Set(chain.map(({ ContactId }) => ContactId));
  const agent = chain.flatMap((each) => agentAt(each) ?? []).toSorted()[0];
  const queueWaits = chain.flatMap(({ Queue, DisconnectTimestamp }) => {
    const from = Queue?.EnqueueTimestamp;
    if (!from || (agent && from > agent)) return [];
    return secondsBetween(from, Queue?.DequeueTimestamp ?? DisconnectTimestamp ?? from);
  });
  const call = {
    ids,
    number: first.CustomerEndpoint?.Address ?? undefined,
    displayed: first.SystemEndpoint?.Address ?? undefined,
    startedAt: first.InitiationTimestamp,
    endedAt:
      chain
        .flatMap(({ DisconnectTimestamp }) => DisconnectTimestamp ?? [])
        .toSorted()
        .at(-1) ?? '',
    attributes,
    queueSeconds: queueWaits.length > 0 ? sum(queueWaits, (seconds) => seconds) : undefined,
    agentAt: agent,
    taken: madeIn(raw).get([...ids].find((id) => madeIn(raw).has(id)) ?? ''),
  };
  const isTransferred = chain.some(({ TransferredToEndpoint }) => TransferredToEndpoint);
  const isClosed = attributes['stage'] === 'closed' && !agent && queueWaits.length === 0;
  const hungUp = first.DisconnectReason === 'CUSTOMER_DISCONNECT';
  return { ...call, isClosed, fate: fateOf(call, isTransferred, hungUp) };
}

const continuations = new WeakMap<readonly RawContact[], Map<string, RawContact[]>>();
function continuationsOf(voice: readonly RawContact[]): Map<string, RawContact[]> {
  const known = continuations.get(voice);
  if (known) return known;
  const transfers = voice.filter(({ InitiationMethod }) => ['TRANSFER', 'QUEUE_TRANSFER'].includes(InitiationMethod));
  const found = Map.groupBy(transfers, ({ InitialContactId }) => InitialContactId ?? '');
  continuations.set(voice, found);
  return found;
}

const made = new WeakMap<RawDay, Map<string, BookingEvent>>();
function madeIn(raw: RawDay): Map<string, BookingEvent> {
  const known = made.get(raw);
  if (known) return known;
  const found = new Map(raw.bookings.filter(({ from }) => from === 'none').map((event) => [event.contactId, event]));
  made.set(raw, found);
  return found;
}

function fateOf(
  { agentAt: agent, taken, attributes: { stage }, queueSeconds }: Omit<Call, 'fate' | 'isClosed'>,
  isTransferred: boolean,
  hungUp: boolean,
): Fate {
  if (agent) return 'answered';
  if (taken) return 'callback';
  if (isTransferred) return 'transferred';
  if (queueSeconds !== undefined) return 'abandoned';
  if (stage === 'informed' || stage === 'promise') return 'informed';
  if (stage === 'closed') return 'closed';
  if (stage === 'arrival' && hungUp) return 'balked';
  return stage === 'menu' && hungUp ? 'leftInMenu' : 'failed';
}

function fates(calls: readonly Call[]) {
  const open = calls.filter(({ isClosed }) => !isClosed);
  const of = (fate: Fate): number => count(open, (call) => call.fate === fate);
  const [informed, transferred] = [of('informed'), of('transferred')];
  return {
    calls: calls.length,
    callsClosed: calls.length - open.length,
    callsOpen: open.length,
    callsForAgent: open.length - informed - transferred,
    answered: of('answered'),
    takenCallback: of('callback'),
    informed,
    transferred,
    abandoned: of('abandoned'),
    balked: of('balked'),
    leftInMenu: of('leftInMenu'),
    failed: of('failed'),
  };
}

/** When an agent talked in a callback promised in that call, the earliest. */
const reachedAt = ({ taken }: Call, ours: readonly RawContact[]): string | undefined =>
  taken &&
  callbacksOf(taken, ours)
    .flatMap((each) => talkedAt(each) ?? [])
    .toSorted()[0];

const byBooking = new WeakMap<readonly RawContact[], Map<string, RawContact[]>>();
function callbacksOf({ bookingId }: BookingEvent, ours: readonly RawContact[]): RawContact[] {
  const found = byBooking.get(ours) ?? Map.groupBy(ours, ({ Attributes }) => Attributes?.['bookingId'] ?? '');
  byBooking.set(ours, found);
  return found.get(bookingId) ?? [];
}

/** Seconds to a human voice, of each call that led to one. */
const voicesOf = (calls: readonly Call[], ours: readonly RawContact[]): number[] =>
  calls.flatMap((call) => {
    const at = call.agentAt ?? reachedAt(call, ours);
    return at === undefined ? [] : secondsBetween(call.startedAt, at);
  });

function waits(calls: readonly Call[], ours: readonly RawContact[]) {
  const answered = calls.filter(({ fate }) => fate === 'answered');
  const queued = calls.filter(({ queueSeconds }) => queueSeconds !== undefined);
  const within = (seconds: number): number => count(answered, ({ queueSeconds = 0 }) => queueSeconds <= seconds);
  const voices = voicesOf(calls, ours);
  const told = answered.filter(
    ({ queueSeconds, attributes }) => queueSeconds !== undefined && attributes['firstAnnouncedWaitSeconds'],
  );
  const toldSeconds = ({ attributes }: Call): number => Number(attributes['firstAnnouncedWaitSeconds']);
  return {
    answeredByCallback: count(calls, (call) => call.fate === 'callback' && !call.isClosed && reachedAt(call, ours)),
    queued: queued.length,
    queuedUnanswered: count(queued, ({ fate }) => fate !== 'answered'),
    answeredWithin20: within(20),
    answeredWithin60: within(60),
    answeredWithin180: within(180),
    removedFromQueueWithin20: count(queued, ({ queueSeconds = 0 }) => queueSeconds <= 20),
    liveAnswerSeconds: sum(answered, ({ queueSeconds = 0 }) => queueSeconds),
    voices: voices.length,
    voiceSeconds: sum(voices, (seconds) => seconds),
    announcements: told.length,
    announcementsHeld: count(told, (call) => (call.queueSeconds ?? 0) <= toldSeconds(call)),
    announcedSeconds: sum(told, toldSeconds),
    announcedWaitedSeconds: sum(told, ({ queueSeconds = 0 }) => queueSeconds),
  };
}

function people(calls: readonly Call[], ours: readonly RawContact[], nextCalls: readonly Call[], day: string) {
  const known = calls.filter(({ number }) => number);
  const byNumber = Map.groupBy(known, ({ number }) => number);
  const talked = [...calls, ...nextCalls]
    .flatMap(({ number, agentAt: at }) => (number && at ? [{ number, at }] : []))
    .concat(
      ours.flatMap((each) => {
        const [number, at] = [each.CustomerEndpoint?.Address, talkedAt(each)];
        return number && at ? [{ number, at }] : [];
      }),
    );
  const on = (date: string): Set<string> =>
    new Set(talked.filter(({ at }) => dayOf(at) === date).map(({ number }) => number));
  const [today, tomorrow] = [on(day), on(nextDayOf(day))];
  const persons = [...byNumber.keys()] as string[];
  return {
    hiddenCalls: calls.length - known.length,
    callsOfPersons: known.length,
    personDays: persons.length,
    redials: sum([...byNumber.values()], (own) => redialsIn(own, ours)),
    personsReachedSameDay: count(persons, (number) => today.has(number)),
    personsReachedTwoDays: count(persons, (number) => today.has(number) || tomorrow.has(number)),
    personDaysOfTwoDays: persons.length,
  };
}

function redialsIn(own: readonly Call[], ours: readonly RawContact[]): number {
  const inOrder = own.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  return count(inOrder, (call) => {
    const before = inOrder[inOrder.indexOf(call) - 1];
    if (!before || ['answered', 'informed', 'transferred'].includes(before.fate)) return false;
    const reached = reachedAt(before, ours);
    return reached === undefined || reached > call.startedAt;
  });
}

function proposals(calls: readonly Call[], ours: readonly RawContact[]) {
  const offered = calls.filter(
    ({ attributes, taken, isClosed }) => attributes['offeredAt'] || attributes['callbackRefusal'] || taken || isClosed,
  );
  const taken = offered.filter((call) => call.taken);
  const refused = offered.filter((call) => !call.taken && call.attributes['callbackRefusal']);
  const spared = taken.filter((call) => call.fate !== 'answered' && reachedAt(call, ours));
  return {
    callbacksOffered: offered.length,
    callbacksTaken: taken.length,
    callbacksRefused: refused.length,
    callbacksDeclined: offered.length - taken.length - refused.length,
    placesTaken: count(taken, (call) => call.taken?.slot === ''),
    slotsTaken: count(taken, (call) => call.taken?.slot !== ''),
    sparedSeconds: sum(spared, ({ attributes, queueSeconds = 0 }) =>
      Math.max(0, Number(attributes['firstAnnouncedWaitSeconds'] ?? 0) - queueSeconds),
    ),
  };
}

interface Promised {
  fate: 'kept' | 'broken' | 'withdrawn';
  lateSeconds: number | undefined;
  isCarriedOver: boolean;
  isGivenUp: boolean;
  /** Which of our telephone calls, from 1. */
  reachedAtCall: number | undefined;
}

function promiseOf(first: BookingEvent, raw: RawDay, ours: readonly RawContact[], slotMinutes: number): Promised {
  const later = raw.bookings
    .filter(({ bookingId, from }) => bookingId === first.bookingId && from !== 'none')
    .toSorted((one, other) => one.revision - other.revision);
  const rings = callbacksOf(first, ours)
    .filter(rangAt)
    .toSorted((one, other) => ((rangAt(one) ?? '') < (rangAt(other) ?? '') ? -1 : 1));
  const firstRing = rangAt(rings[0] ?? ({} as RawContact));
  const isBeforeOurs = (at: string): boolean => firstRing === undefined || at < firstRing;
  // Another hour that the caller chose in time is a new promise; one that we chose is not.
  const endOf = (slot: string): number => (slot === '' ? endOfDay(first.at) : Date.parse(slot) + slotMinutes * 60_000);
  const promised = later
    .filter(({ from, to, reason, at }) => to === 'booked' && from !== 'none' && !reason && isBeforeOurs(at))
    .reduce((slot, moved) => (Date.parse(moved.at) < endOf(slot) ? moved.slot : slot), first.slot);
  const end = endOf(promised);
  const withdrawn = later.find(
    ({ from, to, at }) => ['cancelled', 'done'].includes(to) && from !== 'connected' && isBeforeOurs(at),
  );
  const talked = rings.findIndex(talkedAt);
  const isKept = firstRing !== undefined && Date.parse(firstRing) < end;
  const isWithdrawn = !isKept && withdrawn !== undefined && Date.parse(withdrawn.at) < end;
  return {
    fate: isKept ? 'kept' : isWithdrawn ? 'withdrawn' : 'broken',
    lateSeconds: isKept || isWithdrawn || !firstRing ? undefined : Math.ceil((Date.parse(firstRing) - end) / 1000),
    isCarriedOver: later.some(({ to, reason }) => to === 'booked' && reason),
    isGivenUp: wasGivenUp(later),
    reachedAtCall: talked < 0 ? undefined : talked + 1,
  };
}

/** No attempt was left; or no agent was there as often as the person had answered, which is told in one breath with the last apology. */
function wasGivenUp(later: readonly BookingEvent[]): boolean {
  const [last, before] = later.toReversed();
  const isByUs = last?.to === 'cancelled' && before?.reason === 'noAgent' && before.at === last.at;
  return last?.to === 'exhausted' || isByUs;
}

/** The next local midnight. */
const endOfDay = (at: string): number => instantOf(nextDayOf(dayOf(at)), 0, zone).getTime();

function kept(promises: readonly Promised[]) {
  const of = (fate: Promised['fate']): number => count(promises, (each) => each.fate === fate);
  const late = promises.flatMap(({ lateSeconds }) => lateSeconds ?? []);
  return {
    promises: promises.length,
    promisesSettled: of('kept') + of('broken'),
    promisesKept: of('kept'),
    promisesBroken: of('broken'),
    promisesPending: 0,
    promisesCancelled: of('withdrawn'),
    promisesCarriedOver: count(promises, ({ isCarriedOver }) => isCarriedOver),
    lateSeconds: sum(late, (seconds) => seconds),
    latePromises: late.length,
    promisesReached: count(promises, ({ reachedAtCall }) => reachedAtCall),
    promisesReachedFirst: count(promises, ({ reachedAtCall }) => reachedAtCall === 1),
    promisesReachedLater: count(promises, ({ reachedAtCall = 0 }) => reachedAtCall > 1),
    promisesGivenUp: count(promises, ({ isGivenUp }) => isGivenUp),
  };
}

const arrived = new Set(['DELIVERED', 'SUCCESSFUL']);

function messages({ sms, deliveries }: RawDay, day: string) {
  const asked = [...new Map(sms.map((event) => [event.id, event])).values()].filter(({ at }) => dayOf(at) === day);
  const sent = asked.filter(({ outcome }) => outcome === 'sent');
  const last = new Map(deliveries.filter(({ isFinal }) => isFinal).map((event) => [event.messageId, event]));
  const lastOf = (message: SmsEvent) => last.get(message.messageId);
  return {
    smsSent: sent.length,
    smsDelivered: count(sent, (message) => arrived.has(lastOf(message)?.messageStatus ?? '')),
    smsUndelivered: count(sent, (message) => lastOf(message) && !arrived.has(lastOf(message)?.messageStatus ?? '')),
    smsRefused: count(asked, ({ outcome }) => outcome === 'refused'),
    smsParts: sum(sent, ({ parts }) => parts),
    smsUsd: sum(sent, (message) => lastOf(message)?.totalMessagePrice ?? 0),
  };
}

function surveys(calls: readonly Call[], ours: readonly RawContact[], { answers }: RawDay) {
  const served = [
    ...calls.filter((call) => call.agentAt),
    ...ours
      .filter((each) => each.InitiationMethod !== 'OUTBOUND' && talkedAt(each))
      .map((each) => ({
        // What is answered after a kept place's callback is told of the call in which the place was kept, which no agent took.
        ids: new Set(isPlace(each) ? [each.ContactId, each.InitialContactId ?? ''] : [each.ContactId]),
        attributes: each.Attributes ?? {},
      })),
  ];
  const answerOf = ({ ids }: { ids: ReadonlySet<string> }, question: string): string | undefined =>
    answers
      .filter((each) => ids.has(each.contactId) && each.survey === 'call' && each.question === question)
      .toSorted((one, other) => (one.at < other.at ? -1 : 1))[0]?.answer;
  const asked = served.map((each) => {
    const [quality, got] = [answerOf(each, 'quality'), answerOf(each, 'answered')];
    return { quality, got, isOffered: each.attributes['surveyOffered'] === 'yes' || quality || got };
  });
  return {
    surveyServed: served.length,
    surveyOffered: count(asked, ({ isOffered }) => isOffered),
    surveyAnswered: count(asked, ({ quality }) => quality),
    qualitySum: sum(asked, ({ quality = '0' }) => Number(quality)),
    satisfied: count(asked, ({ quality = '0' }) => Number(quality) >= 4),
    gotAnswerAsked: count(asked, ({ got }) => got),
    gotAnswer: count(asked, ({ got }) => got === '1'),
  };
}
