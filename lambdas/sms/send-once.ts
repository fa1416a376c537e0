import { randomUUID } from 'node:crypto';
import { type SmsEvent, smsEventType } from '../../domain/reporting/contract.ts';
import { type SmsFault, smsMetrics, type SmsRules } from '../../domain/sms/contract.ts';
import { countryOf } from '../../domain/sms/country-of.ts';
import { smsSize } from '../../domain/sms/gsm7.ts';
import { messageKey, smsFaultKey } from '../../domain/sms/ledger-keys.ts';
import { type ReportsTeller, tellReports } from '../reporting/tell-reports.ts';
import type { Item, Ledger } from '../runtime/dynamodb.ts';
import { count, errorName, log } from '../runtime/log.ts';
import type { Sms, SmsContext, SmsOutcome } from '../runtime/sms.ts';

export interface Sender extends ReportsTeller {
  table: Pick<Ledger, 'put' | 'update'>;
  carrier: Sms;
  line: Pick<SmsRules, 'id' | 'retentionDays'>;
}
export interface OneSms {
  /** Key of its claim. */
  claim: string;
  callerKey: string;
  /** E.164. */
  number: string;
  text: string;
  about: SmsContext;
  /** Empty where it is of no booking. */
  bookingId: string;
  /** Why it is not sent after all: kept as a refusal of the service is. */
  withheld?: 'outsideHours' | undefined;
}
/** What is known of an SMS once claimed. */
export type Outcome = SmsOutcome | 'unknown';
export interface Sending {
  outcome: Outcome;
  /** Whether it was another invocation that claimed it. */
  before: boolean;
}

const daySeconds = 86_400;
/** Events come within 72 h. */
const messageDays = 4;
const faultDays = 30;

const epochSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Sends at most once for a claim: claimed first, then sent. What came of it is kept with the claim, and told to the reports by who claimed it. */
export async function sendOnce(sender: Sender, sms: OneSms): Promise<Sending> {
  const at = sender.now();
  const claim = {
    pk: sms.claim,
    claimant: randomUUID(),
    at: at.toISOString(),
    ttl: epochSeconds(at) + sender.line.retentionDays.bookings * daySeconds,
    refusal: sms.withheld,
  };
  const claimed = await sender.table.put(claim, { condition: 'attribute_not_exists(pk)' });
  // A claim whose answer was lost is repeated by the SDK, and then finds itself.
  if (!claimed.written && claimed.found?.['claimant'] !== claim.claimant) {
    return { outcome: storedOutcome(claimed.found ?? {}), before: true };
  }
  if (!sms.withheld) return { outcome: await sendClaimed(sender, sms), before: false };
  await tellReports(sender, toldOf(sender, sms, { outcome: 'withheld', reason: sms.withheld, messageId: '' }));
  return { outcome: { refusal: sms.withheld }, before: false };
}

type Fate = Pick<SmsEvent, 'outcome' | 'reason' | 'messageId'>;

/** Without the number and the text. */
function toldOf({ line, now }: Sender, { claim, number, text, about, bookingId }: OneSms, fate: Fate) {
  const event: SmsEvent = {
    administration: line.id,
    id: claim,
    contactId: about.contactId,
    bookingId,
    template: about.kind,
    country: countryOf(number),
    parts: smsSize(text).parts,
    ...fate,
    at: now().toISOString(),
  };
  return { type: smsEventType, event } as const;
}

const fateOf = (outcome: SmsOutcome): Fate =>
  'messageId' in outcome
    ? { outcome: 'sent', reason: '', messageId: outcome.messageId }
    : { outcome: 'refused', reason: outcome.refusal, messageId: '' };

function storedOutcome({ messageId, refusal }: Item): Outcome {
  if (typeof messageId === 'string') return { messageId };
  return typeof refusal === 'string' ? { refusal } : 'unknown';
}

/** Where the service's answer is lost, the claim stays alone: it is never sent again. */
async function sendClaimed(sender: Sender, sms: OneSms): Promise<Outcome> {
  let outcome: SmsOutcome;
  try {
    outcome = await sender.carrier.send(sms.number, sms.text, sms.about);
  } catch (error) {
    const name = errorName(error);
    log('smsUnknown', { error: name });
    await tellReports(sender, toldOf(sender, sms, { outcome: 'unknown', reason: name, messageId: '' }));
    return 'unknown';
  }
  // Side by side: the reports hear of it also where the ledger does not take the note, and a caller may wait for both.
  await Promise.all([
    'messageId' in outcome ? noteSent(sender, sms, outcome.messageId) : noteRefused(sender, sms, outcome.refusal),
    tellReports(sender, toldOf(sender, sms, fateOf(outcome))),
  ]);
  return outcome;
}

/** First whom the message is for, so that its events find the person as soon as they come. */
async function noteSent({ table, now }: Sender, { claim, callerKey }: OneSms, messageId: string): Promise<void> {
  const ttl = epochSeconds(now()) + messageDays * daySeconds;
  await table.put({ pk: messageKey(messageId), claim, callerKey, ttl });
  await table.update(claim, 'SET messageId = :messageId', { values: { ':messageId': messageId } });
}

async function noteRefused({ table, line, now }: Sender, { claim, callerKey }: OneSms, refusal: string): Promise<void> {
  count({ [smsMetrics.refused]: 1 }, { administration: line.id }, now());
  await table.update(claim, 'SET refusal = :refusal', { values: { ':refusal': refusal } });
  await noteFault(table, callerKey, refusal, now());
}

/** Kept until it was said by voice, or another SMS arrives; a fault noted since then stays. */
export async function noteFault(
  table: Pick<Ledger, 'put'>,
  callerKey: string,
  reason: string,
  at: Date,
): Promise<void> {
  const fault: SmsFault = {
    pk: smsFaultKey(callerKey),
    reason,
    at: at.toISOString(),
    ttl: epochSeconds(at) + faultDays * daySeconds,
  };
  const condition = 'attribute_not_exists(pk) OR #at <= :at';
  await table.put({ ...fault }, { condition, names: { '#at': 'at' }, values: { ':at': fault.at } });
}
