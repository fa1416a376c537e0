import type { Language } from '../../domain/administration/language.ts';
import { agentRouting, routingStart } from './agent-routing.ts';
import { flow } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import type { CallbackAnsweredFlow } from './callback-answered-flow.ts';
import { disconnect } from './queueing.ts';
import { speakLanguage } from './settings.ts';

/** The contact that keeps a place: its hooks, then its queue. Nobody listens yet; where it cannot be queued, it ends, and is noted. */
export function callbackCreatedFlow(
  name: string,
  language: Language,
  routing: Pick<CallbackAnsweredFlow, 'administration' | 'queues' | 'hooks'>,
): FlowDocument {
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, routingStart(routing.administration)),
    agentRouting({ ...routing, noQueue: 'end' }),
    { end: disconnect() },
  );
}
