import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { agentChoice } from '../../domain/sms/agent-choice.ts';
import { agentScreen } from '../../domain/sms/phrases/agents-fr.ts';
import { equals } from './branching.ts';
import { flow } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { field, form } from './form-view.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { disconnect } from './queueing.ts';
import { attribute, external, type Value } from './references.ts';
import { logging } from './settings.ts';
import { say } from './speaking.ts';
import { plainSpeech } from './speech.ts';
import { cards, chosenAction, confirmation } from './views.ts';

interface AgentGuide {
  administration: Administration;
  /** The caller's: the texts are in it. */
  language: Language;
  lambdas: LambdaArns;
  /** Whether anything could be remembered about the caller. */
  known: boolean;
}

/** Whether the file has texts for agents to send: without any there is no guide. */
export const hasAgentGuide = ({ sms }: Pick<Administration, 'sms'>): boolean => Object.keys(sms.texts).length > 0;

/** On the agent's screen during a call, and after it: the texts of the file, one card each; what is chosen goes by SMS to who is on the line. */
export function agentGuideFlow(name: string, { administration, language, lambdas, known }: AgentGuide): FlowDocument {
  const ends = { region: administration.region, error: 'say-fault', closed: 'end' };
  const bar: Record<string, Value> = known ? { [agentScreen.reason]: attribute('reason') } : {};
  return flow(name, 'CONTACT_FLOW', {
    // The flow log would hold what is sent to whom.
    'stop-logging': logging('Disabled', 'choose-text'),
    'choose-text': cards(ends, {
      heading: agentScreen.heading,
      known: { ...bar, [agentScreen.language]: agentScreen.languages[language] },
      cards: Object.entries(administration.sms.texts).map(([id, text]) => ({
        id,
        heading: agentScreen.cardHeading(id),
        text: text[language] ?? text.fr,
        hint: agentScreen.beforeSending,
        button: agentChoice(id),
      })),
      chosen: 'send-text',
    }),
    'send-text': invoke(lambdas, {
      lambda: 'sendForAgent',
      parameters: { choice: chosenAction, language },
      next: 'was-writable',
      error: 'show-unknown',
    }),
    'was-writable': equals({
      value: external('sendForAgent', 'status'),
      cases: { landline: 'ask-mobile', hidden: 'ask-mobile' },
      otherwise: 'show-result',
    }),
    'ask-mobile': form(ends, {
      heading: external('sendForAgent', 'announcement'),
      hint: agentScreen.mobileHint,
      fields: [{ name: 'mobile', label: agentScreen.mobile, kind: 'FormInput' }],
      next: agentScreen.sendToMobile,
      back: agentScreen.back,
      filledIn: 'send-to-mobile',
      left: 'choose-text',
    }),
    // What the function has answered stays known while a screen is shown.
    'send-to-mobile': invoke(lambdas, {
      lambda: 'sendForAgent',
      parameters: { choice: external('sendForAgent', 'choice'), language, mobile: field('mobile') },
      next: 'was-writable',
      error: 'show-unknown',
    }),
    'show-result': confirmation(ends, {
      says: external('sendForAgent', 'announcement'),
      button: agentScreen.back,
      next: 'choose-text',
    }),
    'show-unknown': confirmation(ends, {
      says: agentScreen.unknown,
      button: agentScreen.back,
      next: 'choose-text',
    }),
    'say-fault': say({ says: plainSpeech(agentScreen.fault), next: 'end', error: 'end' }),
    end: disconnect(),
  });
}
