import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { hasAgentGuide } from './agent-guide.ts';
import type { Action } from './flow-language.ts';
import { joined } from './joined-actions.ts';
import { hook, type Hook } from './settings.ts';

/** Which flow each hook names, in the order in which they are set. */
export type HookFlows = readonly { hook: Hook; flowArn: string }[];
/** The same by the names of the flows. */
export type HookNames = readonly { hook: Hook; flow: string }[];

type Line = Pick<Administration, 'sms'>;

/** The guide on the agent's screen, during the call and after it: where there is anything to send. */
const guideHooks = (line: Line, flow: string): HookNames =>
  hasAgentGuide(line)
    ? [
        { hook: 'DefaultAgentUI', flow },
        { hook: 'DisconnectAgentUI', flow },
      ]
    : [];

/** Of a caller who waits on the line, in that queue flow. */
export const everyHook = (line: Line, language: Language, queueFlow: 'queue' | 'waiting'): HookNames => [
  ...guideHooks(line, `agent-guide-${language}`),
  { hook: 'AgentWhisper', flow: `agent-whisper-${language}` },
  { hook: 'CustomerWhisper', flow: `customer-whisper-${language}` },
  { hook: 'CustomerQueue', flow: `${queueFlow}-${language}` },
  { hook: 'CustomerHold', flow: `customer-hold-${language}` },
  { hook: 'AgentHold', flow: 'agent-hold' },
  { hook: 'CustomerRemaining', flow: `survey-${language}` },
];

/** Of a caller about whom nothing could be remembered: these flows read no attribute. */
export const plainHooks = (line: Line): HookNames => [
  ...guideHooks(line, 'plain-agent-guide'),
  { hook: 'CustomerWhisper', flow: 'plain-customer-whisper' },
  { hook: 'CustomerQueue', flow: 'plain-waiting' },
  { hook: 'CustomerHold', flow: 'plain-customer-hold' },
  { hook: 'AgentHold', flow: 'agent-hold' },
];

/** `set-agent-whisper` */
function identifierOf(prefix: string, name: Hook): string {
  return `${prefix}${name.replaceAll(/[A-Z]+/gu, (letters) => `-${letters.toLowerCase()}`)}`;
}

/** Sets the hooks one after the other; what is left unset is Connect's default, in English. */
export function setHooks(
  flows: HookFlows,
  prefix: string,
  next: string,
): Record<string, Action<'UpdateContactEventHooks'>> {
  const actions = flows.map(({ hook: name, flowArn }, index) => {
    const following = flows[index + 1];
    const target = following === undefined ? next : identifierOf(prefix, following.hook);
    return { [identifierOf(prefix, name)]: hook({ hook: name, flowArn, next: target }) };
  });
  return joined(...actions);
}

/** Identifier of the first action of `setHooks`. */
export function firstHook(flows: HookFlows, prefix: string): string {
  const [first] = flows;
  if (first === undefined) throw new Error(`${prefix}: no hook to set`);
  return identifierOf(prefix, first.hook);
}
