import { environmentKeys } from '../../domain/administration/contract.ts';
import type { Language } from '../../domain/administration/language.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { SendInformationParameters, SendInformationResult, SmsRules } from '../../domain/sms/contract.ts';
import { composeInformation, type InformationText, mostInformationADay } from '../../domain/sms/information.ts';
import { doNotWriteKey, informationClaimKey, informationDayKey } from '../../domain/sms/ledger-keys.ts';
import { phrases } from '../../domain/sms/phrases.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { sms } from '../runtime/sms.ts';
import { type Outcome, type Sender, sendOnce } from './send-once.ts';

interface Dependencies extends Sender {
  table: Pick<Ledger, 'get' | 'put' | 'update'>;
  line: SmsRules;
  /** By id. */
  texts: Readonly<Record<string, InformationText>>;
  ledgerKey: Uint8Array;
}

const daySeconds = 86_400;

/**
 * Sends one of the administration's texts to who asks for it, at most once in a call, at any hour: that person is on the
 * telephone. Throws where the flow asks for a text that the file does not have.
 */
export function sendInformation(dependencies: Dependencies) {
  return async (event: unknown): Promise<SendInformationResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const { number, numberKind, text: id, language } = parse(parameters);
    const { line, texts, table } = dependencies;
    const text = texts[id];
    if (!text) throw new Error(`no such text: ${id}`);
    const speak = phrases(language);
    if (numberKind === 'landline') return { status: 'landline', announcement: speak.informationLandline };

    const person = callerKey(number, dependencies.ledgerKey);
    const claim = informationClaimKey(contactId, id);
    const stopped = await table.get(doNotWriteKey(person), { consistent: true });
    if (stopped) return { status: 'stopped', announcement: speak.informationStopped };
    if (!(await takeOneOfTheDay(dependencies, person, claim))) {
      log('informationLimit', { administration: line.id, contactId, text: id });
      return { status: 'refused', announcement: speak.informationLimit };
    }
    const { outcome, before } = await sendOnce(dependencies, {
      claim,
      callerKey: person,
      number,
      text: composeInformation(line.name, text, language),
      about: { kind: 'information', contactId },
    });
    const result = answer(outcome, language);
    const refusal = outcome !== 'unknown' && 'refusal' in outcome ? outcome.refusal : undefined;
    const fields = { administration: line.id, contactId, text: id, status: result.status, refusal };
    if (!before) log('informationHandled', fields);
    return result;
  };
}

/** False where this person was sent the most of one day, on the line's clock. A repeated request is counted once. */
async function takeOneOfTheDay({ table, line, now }: Dependencies, person: string, claim: string): Promise<boolean> {
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

function answer(outcome: Outcome, language: Language): SendInformationResult {
  const speak = phrases(language);
  if (outcome === 'unknown') return { status: 'unknown', announcement: speak.informationUnknown };
  if ('refusal' in outcome) return { status: 'refused', announcement: speak.informationRefused };
  return { status: 'sent', announcement: speak.informationSent };
}

function parse(parameters: Record<string, string>): SendInformationParameters {
  const { number = '', numberKind, text = '' } = parameters;
  if (!number.startsWith('+')) throw new Error('no number in E.164');
  if (numberKind !== 'mobile' && numberKind !== 'landline') throw new Error(`no such kind of number: ${numberKind}`);
  return { number, numberKind, text, language: languageOf(parameters) };
}

const environment = required(
  environmentKeys.ledger,
  environmentKeys.secret,
  environmentKeys.senderId,
  environmentKeys.smsConfigurationSet,
  environmentKeys.smsRules,
  environmentKeys.smsTexts,
);
export const handler = sendInformation({
  table: ledger(environment[environmentKeys.ledger]),
  carrier: sms({
    senderId: environment[environmentKeys.senderId],
    configurationSet: environment[environmentKeys.smsConfigurationSet],
  }),
  line: JSON.parse(environment[environmentKeys.smsRules]) as SmsRules,
  texts: JSON.parse(environment[environmentKeys.smsTexts]) as Record<string, InformationText>,
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
