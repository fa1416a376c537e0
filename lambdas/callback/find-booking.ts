import { environmentKeys } from '../../domain/administration/contract.ts';
import { recognisableNumber } from '../../domain/callback/caller-id.ts';
import type { Booking, FindBookingParameters, FindBookingResult } from '../../domain/callback/contract.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { smsFaultKey } from '../../domain/sms/ledger-keys.ts';
import { phrases as smsPhrases } from '../../domain/sms/phrases.ts';
import { standingOf } from '../../domain/callback/standing.ts';
import { languageOf, readFlowInvocation, type FlowInvocation } from '../runtime/connect-event.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { bookingOfCallerId, bookingOfCode, type Recogniser } from './recognise.ts';

/** Says what is promised to the caller: recognised by the caller ID, or by a number keyed in with its code. */
export function findBooking(recogniser: Recogniser) {
  return async (event: unknown): Promise<FindBookingResult> => {
    const invocation = readFlowInvocation(event);
    const asked = parse(invocation);
    const found = await find(recogniser, invocation, asked);
    const status = typeof found === 'string' ? found : standingOf(found, recogniser.rules, recogniser.now()).status;
    log('bookingLookedFor', { administration: recogniser.rules.id, contactId: invocation.contactId, status });
    return typeof found === 'string' ? nothing(found, asked) : answer(recogniser, found, asked);
  };
}

type NotFound = 'none' | 'unknown' | 'refused';

/** A number without a code is trusted only where it is that of the call: otherwise it was keyed in, and its code is missing. */
async function find(
  recogniser: Recogniser,
  { customerNumber }: FlowInvocation,
  { number, code }: FindBookingParameters,
): Promise<Booking | NotFound> {
  const { ownNumbers } = recogniser.rules;
  if (code !== '') return bookingOfCode(recogniser, number, code);
  const asked = recognisableNumber(number, ownNumbers);
  if (asked === undefined) return 'none';
  const callerId = recognisableNumber(customerNumber ?? '', ownNumbers);
  if (asked !== callerId) return bookingOfCode(recogniser, number, code);
  return (await bookingOfCallerId(recogniser, callerId)) ?? 'none';
}

function nothing(status: NotFound, { language }: FindBookingParameters): FindBookingResult {
  const speak = phrases(language);
  const announcement = { none: '', unknown: speak.unknown, refused: speak.refusedToday }[status];
  const noBooking = { callerKey: '', bookingId: '', revision: '', queue: '', number: '', numberKind: '' as const };
  return { status, announcement, ...noBooking };
}

async function answer(
  { rules: line, ledger: table, now }: Recogniser,
  booking: Booking,
  { language }: FindBookingParameters,
): Promise<FindBookingResult> {
  const { callerKey, id, revision, queue, number, numberKind } = booking;
  const { status, says } = standingOf(booking, line, now());
  const smsFailed = await table.remove(smsFaultKey(callerKey));
  const sentences = [says(phrases(language)), ...(smsFailed ? [smsPhrases(language).lastSmsNotDelivered] : [])];
  const announcement = sentences.join(' ');
  return { status, announcement, callerKey, bookingId: id, revision: String(revision), queue, number, numberKind };
}

function parse({ parameters }: FlowInvocation): FindBookingParameters {
  const { number = '', code = '' } = parameters;
  return { number, code, language: languageOf(parameters) };
}

const environment = required(environmentKeys.ledger, environmentKeys.secret);

export const handler = findBooking({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
