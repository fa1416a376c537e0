import type { SendInformationParameters, SendInformationResult, SmsRules } from '../../domain/sms/contract.ts';
import { phrases, type SmsPhrases } from '../../domain/sms/phrases.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { sendText, type TextOutcome, type TextSender } from './send-text.ts';
import { wiredTextSender } from './wired-text-sender.ts';

/** Sends one of the administration's texts to who asks for it by a key. Throws where the flow asks for a text that the file does not have. */
export function sendInformation(sender: TextSender) {
  return async (event: unknown): Promise<SendInformationResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const { number, numberKind, text, language } = parse(parameters);
    const speak = phrases(language);
    if (!sender.texts[text]) throw new Error(`no such text: ${text}`);
    if (numberKind === 'landline') return { status: 'landline', announcement: speak.informationLandline };
    return answer(await sendText(sender, { text, contactId, number, language }), speak);
  };
}

function answer(outcome: TextOutcome, speak: SmsPhrases): SendInformationResult {
  switch (outcome) {
    case 'sent':
    case 'alreadySent':
      return { status: 'sent', announcement: speak.informationSent };
    case 'limit':
      return { status: 'refused', announcement: speak.informationLimit };
    case 'refused':
      return { status: 'refused', announcement: speak.informationRefused };
    case 'stopped':
      return { status: 'stopped', announcement: speak.informationStopped };
    case 'unknown':
      return { status: 'unknown', announcement: speak.informationUnknown };
    default:
      return outcome satisfies never;
  }
}

function parse(parameters: Record<string, string>): SendInformationParameters {
  const { number = '', numberKind, text = '' } = parameters;
  if (!number.startsWith('+')) throw new Error('no number in E.164');
  if (numberKind !== 'mobile' && numberKind !== 'landline') throw new Error(`no such kind of number: ${numberKind}`);
  return { number, numberKind, text, language: languageOf(parameters) };
}

const { rules, sender } = wiredTextSender();
export const handler = sendInformation({ ...sender, line: JSON.parse(rules) as SmsRules });
