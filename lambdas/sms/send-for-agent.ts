import { environmentKeys } from '../../domain/administration/contract.ts';
import { textOfAgentChoice } from '../../domain/sms/agent-choice.ts';
import type { SendForAgentResult, SmsNumberRules } from '../../domain/sms/contract.ts';
import { classifyNumber } from '../../domain/sms/phone-number.ts';
import { agentResults } from '../../domain/sms/phrases/agents-fr.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { guides, type Guides } from '../runtime/connect-guides.ts';
import { required } from '../runtime/environment.ts';
import { sendText, type TextSender } from './send-text.ts';
import { wiredTextSender } from './wired-text-sender.ts';

interface Dependencies extends TextSender {
  line: SmsNumberRules;
  guides: Pick<Guides, 'contactOf'>;
}

/**
 * Sends the text that an agent has chosen to who is on the line. The number stays with Connect: the guide does not hold it, and neither
 * does what it is told, but for a mobile that the agent has written for one SMS. Throws where the guide asks for a text that the file does not have, or belongs to no contact.
 */
export function sendForAgent(dependencies: Dependencies) {
  return async (event: unknown): Promise<SendForAgentResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const { choice = '', mobile } = parameters;
    const text = textOfAgentChoice(choice);
    if (text === undefined) throw new Error('the choice is that of no text');
    const language = languageOf(parameters);
    const contact = await dependencies.guides.contactOf(contactId);
    const number = writableNumber(mobile ?? contact.customerNumber, dependencies.line);
    const status =
      'status' in number
        ? number.status
        : await sendText(dependencies, { text, contactId: contact.id, number: number.e164, language });
    return { status, announcement: agentResults[status], choice };
  };
}

function writableNumber(
  written: string | undefined,
  line: SmsNumberRules,
): { e164: string } | { status: 'hidden' | 'landline' | 'notWritten' } {
  const classified = classifyNumber(written ?? '', line);
  if (!classified.callable)
    return { status: classified.kind === 'masked' && written === undefined ? 'hidden' : 'notWritten' };
  return classified.smsPossible ? { e164: classified.e164 } : { status: 'landline' };
}

const environment = required(environmentKeys.instanceId);
const { rules, sender } = wiredTextSender();
export const handler = sendForAgent({
  ...sender,
  line: JSON.parse(rules) as SmsNumberRules,
  guides: guides(environment[environmentKeys.instanceId]),
});
