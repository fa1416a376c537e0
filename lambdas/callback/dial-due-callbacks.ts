import { switchKey } from '../../domain/administration/line-changes.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { isOpenAt, queueCalendar } from '../../domain/administration/opening-hours.ts';
import { isActive } from '../../domain/callback/booking.ts';
import { callbackMetrics, type Booking } from '../../domain/callback/contract.ts';
import { callsAllowed, decideDispatch, isDue, isStuck, spentAfter } from '../../domain/callback/dispatch.ts';
import { retryInstant } from '../../domain/callback/retry.ts';
import { placesKeys, slotKey } from '../../domain/callback/shards.ts';
import { snapshotKey } from '../../domain/position/snapshot.ts';
import { begunSlots, stillWatched, watchedSlots } from '../../domain/callback/watched-slots.ts';
import { connect, type Connect } from '../runtime/connect.ts';
import { ledger, type Item, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { count, log } from '../runtime/log.ts';
import { applyContactFacts } from './apply-facts.ts';
import { changeBooking } from './change-booking.ts';
import { countPass, seenByCallers } from './count-pass.ts';
import { dialCallback, ring, type Dialler } from './dial-callback.ts';
import { takeLease } from './dispatch-lease.ts';
import { stopNotedCallbacks, stopsKey } from './queued-callback.ts';
import { readSwitch } from './queue-switch.ts';
import { readBookings } from './read-bookings.ts';
import { rebook } from './rebook.ts';
import { resumingNow } from './resuming-call.ts';
import { settlePlaces } from './settle-places.ts';

interface Dependencies extends Dialler {
  connect: Dialler['connect'] & Pick<Connect, 'describeContact' | 'currentMetrics'>;
}

/** Connect describes 10 contacts a second. */
const descriptionsPerPass = 10;

/** A pass ends well before its lease of 20 s does. */
const passMilliseconds = 12_000;

/** One pass over every queue. What fails in one queue does not keep the others from being dialled; it is thrown at the end. */
export function dialDueCallbacks(dependencies: Dependencies) {
  return async (): Promise<void> => {
    const queues = Object.keys(dependencies.rules.queues);
    const results = await Promise.allSettled(queues.map((queue) => pass(dependencies, queue)));
    const faults = results.filter(({ status }) => status === 'rejected');
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${queues.length} passes failed`);
  };
}

async function pass(dependencies: Dependencies, queue: string): Promise<void> {
  const { rules: line, now } = dependencies;
  const endsAt = performance.now() + passMilliseconds;
  const lease = await takeLease(dependencies.ledger, queue, now());
  if (!lease) return;
  const slotMilliseconds = line.callback.slotMinutes * 60_000;
  const watched = watchedSlots(line, queue, lease.memory.watched, now());
  const begun = begunSlots(watched, now());
  const { items, slots } = await readQueue(dependencies.ledger, queue, begun, watched.shards);
  const { dialling, offering } = readSwitch(items.get(switchKey(queue)));
  const open = isOpenAt(queueCalendar(line, queue), now());
  const mayDial = open && dialling;
  const begunNow = await begunBookings(dependencies, queue, begun, slots);
  const bookings = await settleStuck(dependencies, begunNow, mayDial);
  const waiting = bookings.filter(({ state }) => state === 'booked' || state === 'missed');
  const resuming = await resumingNow(dependencies, waiting);

  const allowance = callsAllowed(lease.memory.spentUntil, line.quotas.outboundCallsPerSecond, now());
  const anyDue = bookings.some((booking) => isDue(booking, now()));
  const asked = anyDue ? await agentsOf(dependencies, queue) : undefined;
  const agents = asked ?? noAgents;
  const { dial, carryOver } = decideDispatch(
    {
      bookings: bookings.filter((booking) => !resuming.has(booking)),
      ...agents,
      handleTimeSeconds: line.queues[queue]?.handleTimeSeconds ?? Infinity,
      allowance,
      mayDial,
      slotMilliseconds,
    },
    now(),
  );
  const dialled = await dialAll(dependencies, dial, endsAt);
  await carryOverAll(dependencies, queue, carryOver, endsAt);
  await stopNotedCallbacks(dependencies, queue, items.get(stopsKey(queue)));
  await settlePlaces(dependencies, queue, { places: items, open, endsAt });

  const underWay = new Set(bookings.map(({ slot }) => slot));
  const released = await lease.release({
    watched: stillWatched(watched, underWay, slotMilliseconds, now()),
    spentUntil: spentAfter(dialled, lease.memory.spentUntil, line.quotas.outboundCallsPerSecond, now()),
  });
  const seen = seenByCallers(items.get(snapshotKey(queue)), now());
  const facts = { open, switchedOn: dialling && offering, underWay: bookings.length, anyDue, dialled, seen };
  countPass({ ...facts, agents: asked }, { administration: line.id, queue }, now());
  if (bookings.length > 0 || !released) {
    log('pass', {
      administration: line.id,
      queue,
      underWay: bookings.length,
      ...agents,
      dialled,
      carriedOver: carryOver.length,
      released,
    });
  }
}

/** What a pass looks at, in one request: most passes find nothing to do. */
async function readQueue(
  table: Ledger,
  queue: string,
  begun: readonly string[],
  shards: number,
): Promise<{ items: ReadonlyMap<string, Item>; slots: Item[] }> {
  const slotKeys = begun.flatMap((start) => Array.from({ length: shards }, (_, shard) => slotKey(queue, start, shard)));
  const keys = [switchKey(queue), stopsKey(queue), snapshotKey(queue), ...placesKeys(queue), ...slotKeys];
  const items = await table.getMany(keys, { consistent: true });
  return { items, slots: slotKeys.map((key) => items.get(key)).filter((item) => item !== undefined) };
}

const noAgents = { agentsStaffed: 0, agentsFree: 0 };

async function agentsOf({ connect: centre, queueIds }: Dependencies, queue: string): Promise<typeof noAgents> {
  const queueId = queueIds[queue];
  if (!queueId) throw new Error(`no Connect queue for ${queue}`);
  const metrics = (await centre.currentMetrics([queueId])).get(queueId);
  return metrics ? { agentsStaffed: metrics.agentsStaffed, agentsFree: metrics.agentsAvailable } : noAgents;
}

/** The active bookings of the slots that have begun: those whose seat and item agree. */
async function begunBookings(
  { ledger: table }: Dependencies,
  queue: string,
  begun: readonly string[],
  slots: readonly Item[],
): Promise<Booking[]> {
  const callers = slots.flatMap(({ seats }) => (seats instanceof Set ? [...seats] : []));
  const bookings = await readBookings(table, callers, { consistent: true });
  return bookings.filter((booking) => booking.queue === queue && begun.includes(booking.slot) && isActive(booking));
}

/** Contact events may be lost: Connect is asked about bookings that stay under way. */
async function settleStuck(
  dependencies: Dependencies,
  bookings: readonly Booking[],
  mayDial: boolean,
): Promise<Booking[]> {
  const settled: Booking[] = [];
  const now = dependencies.now();
  const asked = new Set(bookings.filter((booking) => isStuck(booking, now)).slice(0, descriptionsPerPass));
  for (const booking of bookings) {
    const next = asked.has(booking) ? await settle(dependencies, booking, mayDial) : booking;
    if (next && isActive(next)) settled.push(next);
  }
  return settled;
}

async function settle(dependencies: Dependencies, booking: Booking, mayDial: boolean): Promise<Booking | undefined> {
  log('bookingStuck', { administration: dependencies.rules.id, bookingId: booking.id, state: booking.state });
  if (!booking.callbackContactId) return ringAfterAll(dependencies, booking, mayDial);
  const gone = { connectedToAgentAt: undefined, disconnectedAt: dependencies.now(), disconnectReason: undefined };
  const facts = (await dependencies.connect.describeContact(booking.callbackContactId)) ?? gone;
  return applyContactFacts(dependencies, booking, facts);
}

/** A pass stopped between noting the attempt and ringing: the same token rings now, or names the contact that it rang. */
async function ringAfterAll(
  dependencies: Dependencies,
  booking: Booking,
  mayDial: boolean,
): Promise<Booking | undefined> {
  const { rules: line, now } = dependencies;
  if (mayDial) {
    await ring(dependencies, booking);
    return booking;
  }
  const retryAt = retryInstant(line, booking.queue, now());
  return changeBooking(dependencies, booking, [{ type: 'miss', reason: 'notAttempted', retryAt }]);
}

/** Returns how many calls Connect was asked for. */
async function dialAll(dependencies: Dependencies, bookings: readonly Booking[], endsAt: number): Promise<number> {
  let dialled = 0;
  for (const booking of bookings) {
    if (performance.now() > endsAt) break;
    const result = await dialCallback(dependencies, booking);
    if (result !== 'changed') dialled += 1;
    if (result === 'refused' || result === 'unknown') break;
  }
  return dialled;
}

async function carryOverAll(
  dependencies: Dependencies,
  queue: string,
  bookings: readonly Booking[],
  endsAt: number,
): Promise<void> {
  if (bookings.length === 0) return;
  const dimensions = { administration: dependencies.rules.id, queue };
  count({ [callbackMetrics.notDialled]: bookings.length }, dimensions, dependencies.now());
  for (const booking of bookings) {
    if (performance.now() > endsAt) break;
    await rebook(dependencies, booking, 'notAttempted');
  }
}

const environment = required(
  environmentKeys.ledger,
  environmentKeys.instanceId,
  environmentKeys.queueIds,
  environmentKeys.callbackFlowIds,
);

export const handler = dialDueCallbacks({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  bus: eventBus(),
  connect: connect(environment[environmentKeys.instanceId]),
  queueIds: JSON.parse(environment[environmentKeys.queueIds]) as Record<string, string>,
  callbackFlowIds: JSON.parse(environment[environmentKeys.callbackFlowIds]) as Record<string, string>,
  now: () => new Date(),
});
