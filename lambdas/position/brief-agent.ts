import { builtLanguages, type Language } from '../../domain/administration/language.ts';
import type { BriefAgentParameters, BriefAgentResult } from '../../domain/position/contract.ts';
import { briefing } from '../../domain/position/phrases/fr.ts';
import { waitedMinutes } from '../../domain/position/waited.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';

/** Tells an agent who is on the line, in one breath: for what, since when, in which language, and whether it was promised. */
export function briefAgent({ now }: { now: () => Date }) {
  return (event: unknown): Promise<BriefAgentResult> => {
    const { reason, queuedAt, promise, language } = parse(readFlowInvocation(event).parameters);
    const announcement = briefing({ reason, promise, language, waitedMinutes: waitedMinutes(queuedAt, now()) });
    return Promise.resolve({ announcement });
  };
}

/** Lenient: an agent is told what is known. */
function parse({ reason = '', queuedAt = '', promise, language }: Record<string, string>): BriefAgentParameters {
  const isPromise = promise === 'place' || promise === 'slot' || promise === 'transfer';
  const known = builtLanguages.find((built): built is Language => built === language);
  return { reason, queuedAt, promise: isPromise ? promise : 'none', language: known ?? 'fr' };
}

export const handler = briefAgent({ now: () => new Date() });
