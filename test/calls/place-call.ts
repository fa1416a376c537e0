import { instantOf } from '../../domain/administration/local-time.ts';
import { administrationsIn } from '../../local/administrations.ts';
import type { CallEvent } from '../../local/call-event.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import type { LambdaWrapping, Line } from '../../local/line.ts';
import { type Answer, ScriptedCaller } from '../../local/scripted-caller.ts';
import { readScript } from '../../local/script.ts';
import { type LedgerContent, readLedger } from './ledger.ts';
import { assemblyOf, shippedFolder } from './synthesised.ts';

export interface Caller {
  from?: string;
  press?: string;
  answers?: Answer[];
  /** Hangs up at the first event of the call like this, besides what the keys say. */
  hangsUpAt?: (event: CallEvent) => boolean;
}
export interface PlacedCall extends Caller {
  /** Whose line: the CAF's. */
  administration?: string;
  /** Local wall time; Tuesday 24 November 2026, 10:05. */
  at?: string;
  /** Callers who wait already. */
  queue?: number;
  agents?: number | 'none';
  /** Local wall time until which time runs after the call. */
  until?: string;
  seed?: number;
  /** A folder with another file of the CAF's than the one that the repository ships. */
  folder?: string;
  /** Faults of the functions: see lambda-faults.ts. */
  lambdas?: LambdaWrapping;
  /** Other callers, `at` a later wall time or at once; whom we call back does not answer unless `answers` says so. */
  others?: (Caller & { at?: string | undefined })[];
  /** Before the telephone rings: faults injected at an endpoint, seats taken, … */
  before?: (line: Line, laptop: Laptop) => void | Promise<void>;
}
/** Calls that are over: what happened, in order, and what the ledger holds. */
export interface ToldCall {
  events: CallEvent[];
  /** Of the caller, then of the others. */
  contactIds: string[];
  ledger: LedgerContent;
  /** Events that a function kept failing on. */
  deadLetters: string[];
}

const longestCallMilliseconds = 4 * 3600_000;

function wallInstant(wall: string): number {
  const [date = '', time = ''] = wall.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(date, hours * 60 + minutes, 'Europe/Paris').getTime();
}

/** Rings a line through the real flows, bundles and template, and returns every event, in order. */
export const placeCall = async (call: PlacedCall): Promise<CallEvent[]> => (await tellCall(call)).events;

/** The same, with what is in the ledger at the end. */
export async function tellCall(call: PlacedCall): Promise<ToldCall> {
  const { administration = 'caf', folder = shippedFolder } = call;
  const administrations = administrationsIn(folder).filter(({ id }) => id === administration);
  const laptop = await startLaptop({
    administrations,
    startMilliseconds: wallInstant(call.at ?? '2026-11-24T10:05'),
    seed: call.seed ?? 1,
    assembly: await assemblyOf(administration, folder),
    lambdas: call.lambdas,
  });
  try {
    const [line] = laptop.lines;
    if (line === undefined) throw new Error('no line was started');
    const told = await eventsOf(call, laptop, line);
    const deadLetters = line.bus.deadLetters.map(({ message }) => message);
    return { ...told, ledger: await readLedger(laptop), deadLetters };
  } finally {
    await laptop.stop();
  }
}

async function eventsOf(
  call: PlacedCall,
  laptop: Laptop,
  line: Line,
): Promise<Pick<ToldCall, 'events' | 'contactIds'>> {
  const { clock } = laptop;
  const events: CallEvent[] = [];
  const contactIds: string[] = [];
  const open = new Set<string>();
  line.onEvent((event) => {
    events.push(event);
    if (event.kind === 'ended') open.delete(event.contactId);
  });
  line.centre.onOutboundCall(({ contactId }) => open.add(contactId));
  line.staff(call.agents ?? 0);
  line.addWaitingCallers(call.queue ?? 0);
  await call.before?.(line, laptop);
  const callers: PlacedCall['others'] = [{ answers: ['yes'], ...call, at: undefined }, ...(call.others ?? [])];
  for (const [index, caller] of callers.entries()) {
    const expected = `caller ${index}`;
    open.add(expected);
    clock.at(caller.at === undefined ? clock.now() : wallInstant(caller.at), () => {
      const contactId = ring(caller, laptop, line, callers.length > 1);
      contactIds[index] = contactId;
      open.add(contactId);
      open.delete(expected);
    });
  }
  await clock.runWhile(() => open.size === 0, clock.now() + longestCallMilliseconds);
  if (call.until !== undefined) await clock.runUntil(wallInstant(call.until));
  await clock.runWhile(() => open.size === 0, clock.now() + longestCallMilliseconds);
  // What the end of the last call sets off.
  await clock.runUntil(clock.now() + settlingMilliseconds);
  return { events, contactIds };
}

const settlingMilliseconds = 10_000;

function ring(caller: Caller, { clock }: Laptop, line: Line, isOneOfMany: boolean): string {
  const { from = '+33612345678', press = '', answers = [], hangsUpAt } = caller;
  const tokens = readScript(press);
  const calledAt = isOneOfMany ? from : undefined;
  const scripted = new ScriptedCaller(line.centre, clock, { number: from, tokens, answers, calledAt });
  const contactId = scripted.ring();
  let hasHungUp = false;
  line.onEvent((event) => {
    if (hasHungUp || event.contactId !== contactId || hangsUpAt?.(event) !== true) return;
    hasHungUp = true;
    clock.at(clock.now(), () => scripted.hangUp());
  });
  return contactId;
}

/** What the caller heard, in order. */
export const heard = (events: CallEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'heard' && event.by === 'caller' ? [event.text] : []));

/** The events of one call, with the SMS and the changes of the booking made in it. */
export const eventsOfContact = (events: CallEvent[], contactId: string | undefined): CallEvent[] =>
  events.filter((event) => event.contactId === contactId);

/** What calls came to: guides, which are closed, are none. */
export const outcomes = (events: CallEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'ended' && event.outcome !== 'closed' ? [event.outcome] : []));

export const guidesClosed = (events: CallEvent[]): number =>
  events.filter((event) => event.kind === 'ended' && event.outcome === 'closed').length;

export const textsSent = (events: CallEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'sms' ? [event.template] : []));

export const bookingStates = (events: CallEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'state' && event.of === 'booking' ? [event.to] : []));
