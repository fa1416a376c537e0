import type { Language } from '../../domain/administration/language.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { SmsRules } from '../../domain/sms/contract.ts';
import { composeInformation, type InformationText, mostInformationADay } from '../../domain/sms/information.ts';
import { doNotWriteKey, informationClaimKey, informationDayKey } from '../../domain/sms/ledger-keys.ts';
import type { Ledger } from '../runtime/dynamodb.ts';
import { log } from '../runtime/log.ts';
import { type Outcome, type Sender, sendOnce } from './send-once.ts';

/** What sending a text of the file takes, whoever asks for it. */
export interface TextSender extends Sender {
  table: Pick<Ledger, 'get' | 'put' | 'update'>;
  line: SmsRules;
  /** By id. */
  texts: Readonly<Record<string, InformationText>>;
  ledgerKey: Uint8Array;
}
interface TextToSend {
  /** Id of the text. */
  text: string;
  /** The call that it belongs to: it is sent once in a call. */
  contactId: string;
  /** E.164, of a mobile. */
  number: string;
  language: Language;
}
/** `alreadySent`: in this call, by another request; `limit`: this person had the most of one day. */
export type TextOutcome = 'sent' | 'alreadySent' | 'refused' | 'stopped' | 'limit' | 'unknown';

const daySeconds = 86_400;

/**
 * Sends one of the administration's texts to a person, at most once in a call, at any hour: that person is on the telephone.
 * Throws where the file has no such text.
 */
export async function sendText(sender: TextSender, asked: TextToSend): Promise<TextOutcome> {
  const { line, texts, table } = sender;
  const { text: id, contactId, number, language } = asked;
  const text = texts[id];
  if (!text) throw new Error(`no such text: ${id}`);

  const person = callerKey(number, sender.ledgerKey);
  const claim = informationClaimKey(contactId, id);
  if (await table.get(doNotWriteKey(person), { consistent: true })) return 'stopped';
  if (!(await takeOneOfTheDay(sender, person, claim))) {
    log('informationLimit', { administration: line.id, contactId, text: id });
    return 'limit';
  }
  const { outcome, before } = await sendOnce(sender, {
    claim,
    callerKey: person,
    number,
    text: composeInformation(line.name, text, language),
    about: { kind: 'information', contactId },
    bookingId: '',
  });
  const status = statusOf(outcome);
  const refusal = outcome !== 'unknown' && 'refusal' in outcome ? outcome.refusal : undefined;
  if (!before) log('informationHandled', { administration: line.id, contactId, text: id, status, refusal });
  return before && status === 'sent' ? 'alreadySent' : status;
}

/** False where this person was sent the most of one day, on the line's clock. A repeated request is counted once. */
async function takeOneOfTheDay({ table, line, now }: TextSender, person: string, claim: string): Promise<boolean> {
  const { date } = localTime(now(), line.timeZone);
  const taken = await table.update(informationDayKey(person, date), 'ADD sent :one SET #ttl = :ttl', {
    condition: 'attribute_not_exists(sent) OR size(sent) < :most OR contains(sent, :claim)',
    names: { '#ttl': 'ttl' },
    values: {
      ':one': new Set([claim]),
      ':claim': claim,
      ':most': mostInformationADay,
      ':ttl': Math.floor(now().getTime() / 1000) + 2 * daySeconds,
    },
  });
  return taken.written;
}

function statusOf(outcome: Outcome): 'sent' | 'refused' | 'unknown' {
  if (outcome === 'unknown') return 'unknown';
  return 'refusal' in outcome ? 'refused' : 'sent';
}
