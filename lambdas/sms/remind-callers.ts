import { environmentKeys } from '../../domain/administration/contract.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { slotKey } from '../../domain/callback/shards.ts';
import { bookingClaimKey } from '../../domain/sms/ledger-keys.ts';
import { isToBeReminded, slotsToRemind } from '../../domain/sms/reminders.ts';
import { readBookings } from '../callback/read-bookings.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { log } from '../runtime/log.ts';
import { sms } from '../runtime/sms.ts';
import { type BookingSender, sendBookingSms } from './booking-sms.ts';

/** Ends before the function does; who is left over is reminded by the next run, which still finds the hour ahead. */
const runMilliseconds = 100_000;

/**
 * Reminds those whose hour is near, once each: the claim of the SMS makes it so. What fails for one person does not keep the
 * others from being reminded; it is thrown at the end.
 */
export function remindCallers(sender: BookingSender) {
  return async (): Promise<void> => {
    const endsAt = performance.now() + runMilliseconds;
    const faults: unknown[] = [];
    for (const queue of Object.keys(sender.line.queues)) {
      const due = await bookingsToRemind(sender, queue);
      let sent = 0;
      for (const booking of due) {
        if (performance.now() > endsAt) break;
        const status = await remind(sender, booking).catch((error: unknown) => void faults.push(error));
        if (status === 'sent') sent += 1;
      }
      if (due.length > 0) log('reminders', { administration: sender.line.id, queue, due: due.length, sent });
    }
    if (faults.length > 0) throw new AggregateError(faults, `reminders that failed: ${faults.length}`);
  };
}

/** Sent to the booking as it is by then: it may have been cancelled since it was read. */
async function remind(sender: BookingSender, { callerKey, id, revision }: Booking): Promise<string> {
  const { status } = await sendBookingSms(sender, { callerKey, bookingId: id, revision, kind: 'reminder' });
  return status;
}

/** By the seats of the slots, as the dispatcher finds whom to call; without those whom an earlier run reminded. */
async function bookingsToRemind({ table, line, now }: BookingSender, queue: string): Promise<Booking[]> {
  const slots = slotsToRemind(line, queue, now());
  const keys = slots.flatMap(({ start, shards }) =>
    Array.from({ length: shards }, (_, shard) => slotKey(queue, start, shard)),
  );
  const seated = await table.getMany(keys);
  const callers = [...seated.values()].flatMap(({ seats }) => (seats instanceof Set ? [...seats] : []));
  const bookings = await readBookings(table, callers);
  const due = bookings.filter((booking) => booking.queue === queue && isToBeReminded(booking, slots, now()));
  const reminded = await table.getMany(due.map(claimOf));
  return due.filter((booking) => !reminded.has(claimOf(booking)));
}

const claimOf = ({ id, revision }: Booking): string => bookingClaimKey(id, revision, 'reminder');

const environment = required(environmentKeys.ledger, environmentKeys.senderId, environmentKeys.smsConfigurationSet);
export const handler = remindCallers({
  table: ledger(environment[environmentKeys.ledger]),
  carrier: sms({
    senderId: environment[environmentKeys.senderId],
    configurationSet: environment[environmentKeys.smsConfigurationSet],
  }),
  bus: eventBus(),
  line: rules(),
  now: () => new Date(),
});
