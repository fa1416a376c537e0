import { languageOf } from '../runtime/connect-event.ts';
import type { LineRules } from '../../domain/administration/administration.ts';
import { recognisableNumber } from '../../domain/callback/caller-id.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { SpeechRate } from '../../domain/callback/contract.ts';
import type { BookingRequest } from '../../domain/callback/new-booking.ts';
import type { FlowInvocation } from '../runtime/connect-event.ts';

/** What every booking is asked with, whether it is for a slot or a place. Throws where the flow leaves out what it must say. */
export function readBookingRequest(
  { contactId, outboundCallerId, attributes, parameters }: FlowInvocation,
  { publicNumber }: LineRules,
): Omit<BookingRequest, 'slot'> {
  const { queue = '', number = '', numberKind, dialogue = '' } = parameters;
  if (!number.startsWith('+')) throw new Error('no number in E.164');
  if (numberKind !== 'mobile' && numberKind !== 'landline') throw new Error(`no such kind of number: ${numberKind}`);
  if (dialogue === '') throw new Error('no dialogue');
  const callUs = outboundCallerId ?? publicNumber;
  const speechRate = speechRateOf(parameters['speechRate'] ?? attributes['speechRate']);
  const subject = attributes['subject'] ?? '';
  return {
    contactId,
    callUs,
    queue,
    number,
    numberKind,
    dialogue,
    language: languageOf(parameters),
    speechRate,
    subject,
  };
}

const speechRateOf = (text: string | undefined): SpeechRate => (text === '80%' ? '80%' : '100%');

/** The key of a caller ID by which a person may be recognised; undefined where it is no other than that of the booked number. */
export function aliasOf(
  { customerNumber }: FlowInvocation,
  number: string,
  { ownNumbers }: LineRules,
  ledgerKey: Uint8Array,
): string | undefined {
  const callerId = recognisableNumber(customerNumber ?? '', ownNumbers);
  return callerId === undefined || callerId === number ? undefined : callerKey(callerId, ledgerKey);
}
