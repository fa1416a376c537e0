import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import type { Language } from '../../domain/administration/language.ts';
import type { KeepPlaceResult } from '../../domain/callback/contract.ts';
import { newBooking } from '../../domain/callback/new-booking.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { placeShards, seatsPerShard, shardOrder } from '../../domain/callback/shards.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { aliasOf, readBookingRequest } from './booking-request.ts';
import { placeShardsWithRoom } from './places.ts';
import { alreadyPromised } from './promised.ts';
import { takeBooking, takeInSomeShard, type Taken } from './take-booking.ts';

interface Dependencies {
  rules: LineRules;
  ledger: Ledger;
  ledgerKey: Uint8Array;
  now: () => Date;
}

/**
 * Notes that a person is to be called back by Connect's queued callback, before Connect is asked for it: one callback a person.
 * A retry of the same dialogue gets the booking that the first one made. Throws where the flow leaves out what it must say.
 */
export function keepPlace({ rules: line, ledger: table, ledgerKey: key, now: clock }: Dependencies) {
  return async (event: unknown): Promise<KeepPlaceResult> => {
    const invocation = readFlowInvocation(event);
    const asked = readBookingRequest(invocation, line);
    const { queue, contactId } = asked;
    if (!line.queues[queue]) throw new Error(`no queue ${queue} in the rules of ${line.id}`);
    const now = clock();
    const wanted = newBooking(asked, key, now);
    const retentionDays = line.retentionDays.bookings;
    const taking = { ledger: table, retentionDays, alias: aliasOf(invocation, asked.number, line, key), now };
    const outcome = await takeInSomeShard(
      shardOrder(wanted.callerKey, placeShards),
      (shard) => takeBooking(taking, { ...wanted, shard }, seatsPerShard),
      () => placeShardsWithRoom(table, queue),
    );
    const status = outcome.status === 'taken' ? 'kept' : outcome.status;
    log('placeKeeping', { administration: line.id, queue, contactId, status });
    return answer(outcome, asked.language, line, now);
  };
}

function answer(outcome: Taken, language: Language, line: LineRules, now: Date): KeepPlaceResult {
  const speak = phrases(language);
  const nothing = { callerKey: '', bookingId: '', revision: '', spokenCode: '' };
  if (!('booking' in outcome)) return { status: 'busy', announcement: speak.placeBusy, ...nothing };
  const { id, revision, callerKey, numberKind, code } = outcome.booking;
  if (outcome.status === 'already') {
    return { status: 'already', announcement: alreadyPromised(outcome.booking, language, line, now), ...nothing };
  }
  const announcement = numberKind === 'landline' ? `${speak.placeKept} ${speak.codeTwice(code)}` : speak.placeKept;
  const spokenCode = speak.spokenCode(code);
  return { status: 'kept', announcement, callerKey, bookingId: id, revision: String(revision), spokenCode };
}

const environment = required(environmentKeys.ledger, environmentKeys.secret);

export const handler = keepPlace({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
