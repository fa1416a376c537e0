import type { CallOutcome, CallRow } from '../compiled-rows.ts';
import type { Contact } from './contact.ts';
import type { LocalDay } from './local-day.ts';
import type { MadePromise } from './promises.ts';
import { byCodeUnits, type Settled } from './settle.ts';
import { surveyOf } from './survey.ts';
import { rangAt, secondsBetween, type TelephoneCall, voiceAt } from './telephone-calls.ts';

export interface CallRowsOptions {
  day: LocalDay;
  calls: ReadonlyMap<string, TelephoneCall>;
  promises: readonly MadePromise[];
  settled: Pick<Settled, 'answers'>;
}

/** Every call that began on the day and rang, by its id. */
export function callRows(options: CallRowsOptions): CallRow[] {
  const { day, calls, promises } = options;
  const taken = takenByCall(promises);
  const rows: CallRow[] = [];
  for (const call of calls.values()) {
    if (!isOfDay(call, day) || rangAt(call) === null) continue;
    rows.push(callRow(call, taken.get(call.id), options));
  }
  return rows.toSorted((one, other) => byCodeUnits(one.call_id, other.call_id));
}

export const isOfDay = ({ first }: TelephoneCall, { startsAt, endsAt }: LocalDay): boolean =>
  first.startedAt >= startsAt && first.startedAt < endsAt;

/** What each call ended with: the last promise made in it that was not taken back before its end. */
export function takenByCall(promises: readonly MadePromise[]): Map<string, MadePromise> {
  const taken = new Map<string, MadePromise>();
  for (const promise of promises) {
    if (!promise.call || promise.isTakenBackInCall) continue;
    const known = taken.get(promise.call.id);
    if (!known || known.row.promised_at <= promise.row.promised_at) taken.set(promise.call.id, promise);
  }
  return taken;
}

/** The last word that a call has of something; the first one is asked for with `contacts` from the first to the last. */
const said = (contacts: readonly Contact[], of: (contact: Contact) => string): string =>
  contacts.map(of).find((word) => word !== '') ?? '';

function callRow(call: TelephoneCall, promise: MadePromise | undefined, options: CallRowsOptions): CallRow {
  const { first, contacts, kind } = call;
  const ring = rangAt(call) ?? first.startedAt;
  const voice = voiceAt(call);
  const queueSeconds = queueSecondsOf(contacts);
  const stage = said(contacts.toReversed(), ({ stage: word }) => word);
  const inbound = kind === 'inbound';
  const agentSeconds = voice === null ? null : secondsBetween(ring, voice);
  const open = stage !== 'closed' || queueSeconds !== null || voice !== null;
  const spoken = agentSeconds ?? (promise?.voiceAt ? secondsBetween(first.startedAt, promise.voiceAt) : null);
  return {
    call_id: call.id,
    kind,
    person: first.person,
    displayed_number: first.displayedNumber || (options.calls.get(first.initialId)?.first.displayedNumber ?? ''),
    queue: said(contacts, ({ queue }) => queue),
    subject: said(contacts, ({ subject }) => subject),
    language: said(contacts, ({ language }) => language),
    started_at: new Date(first.startedAt).toISOString(),
    half_hour: options.day.halfHourOf(first.startedAt),
    open,
    outcome: inbound
      ? outcomeOf({ stage, queueSeconds, voice, open, isPromised: promise !== undefined }, contacts)
      : null,
    queue_seconds: queueSeconds,
    agent_seconds: agentSeconds,
    voice_seconds: spoken,
    handle_seconds: contacts.reduce((sum, { handleSeconds }) => sum + handleSeconds, 0),
    redial: false,
    ...announcementOf(contacts, inbound && voice !== null && queueSeconds !== null),
    ...callbackOf(call, promise, { queueSeconds, open, answered: voice !== null }),
    ...surveyOf(call, options.calls, options.settled),
  };
}

/** In every queue up to the first agent: who is passed on from one to another has waited in both. */
function queueSecondsOf(contacts: readonly Contact[]): number | null {
  let milliseconds: number | null = null;
  for (const { enqueuedAt, dequeuedAt, endedAt, agentAt } of contacts) {
    if (enqueuedAt !== null) {
      const left = dequeuedAt ?? agentAt ?? endedAt ?? enqueuedAt;
      milliseconds = (milliseconds ?? 0) + Math.max(0, left - enqueuedAt);
    }
    if (agentAt !== null) break;
  }
  return milliseconds === null ? null : Math.ceil(milliseconds / 1000);
}

interface CallFacts {
  stage: string;
  queueSeconds: number | null;
  voice: number | null;
  open: boolean;
  isPromised: boolean;
}

/** The first that applies. Who has waited in a queue was not served by what they heard before it. */
function outcomeOf(
  { stage, queueSeconds, voice, open, isPromised }: CallFacts,
  contacts: readonly Contact[],
): CallOutcome {
  const wasQueued = queueSeconds !== null;
  const hungUp = contacts.at(-1)?.callerHungUp ?? false;
  if (voice !== null) return 'answered';
  if (isPromised) return 'callback';
  if (contacts.some(({ transferredOut }) => transferredOut)) return 'transferred';
  if (!wasQueued && (stage === 'informed' || stage === 'promise')) return 'informed';
  if (!open) return 'closed';
  if (wasQueued) return 'abandoned';
  if (!hungUp) return 'failed';
  // Where not even an attribute could be set, the caller had chosen nothing.
  return stage === 'arrival' ? 'balked' : 'leftInMenu';
}

function announcementOf(contacts: readonly Contact[], isKnown: boolean): Pick<CallRow, 'announced_seconds'> {
  return { announced_seconds: isKnown ? firstAnnounced(contacts) : null };
}
const firstAnnounced = (contacts: readonly Contact[]): number | null =>
  contacts.find(({ announcedSeconds }) => announcedSeconds !== null)?.announcedSeconds ?? null;

type CallbackColumns = Pick<
  CallRow,
  'callback_offered' | 'offer_reason' | 'callback_refusal' | 'callback_taken' | 'callback_reached' | 'spared_seconds'
>;

/** Of people's calls alone: our own carry what was said in the call before them. */
function callbackOf(
  { kind, contacts }: TelephoneCall,
  promise: MadePromise | undefined,
  { queueSeconds, open, answered }: { queueSeconds: number | null; open: boolean; answered: boolean },
): CallbackColumns {
  const own = kind === 'inbound' ? contacts : [];
  const reason = said(own.toReversed(), ({ offerReason }) => offerReason);
  const refusal = said(own.toReversed(), ({ callbackRefusal }) => callbackRefusal);
  const reached = promise !== undefined && promise.voiceAt !== null;
  const spared = reached && !answered ? (firstAnnounced(own) ?? 0) - (queueSeconds ?? 0) : 0;
  return {
    callback_offered:
      own.some(({ wasOffered }) => wasOffered) ||
      (kind === 'inbound' && !open) ||
      refusal !== '' ||
      promise !== undefined,
    offer_reason: reason,
    callback_refusal: refusal,
    callback_taken: promise?.row.kind ?? null,
    callback_reached: reached,
    spared_seconds: Math.max(0, spared),
  };
}
