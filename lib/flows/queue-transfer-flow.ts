import type { Language } from '../../domain/administration/language.ts';
import { transferTexts } from '../../domain/position/phrases/fr.ts';
import { equals, whichOf } from './branching.ts';
import { flow } from './flow.ts';
import type { Action, FlowDocument } from './flow-language.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { firstHook, setHooks, type HookFlows } from './queue-hooks.ts';
import { disconnect, transferToQueue } from './queueing.ts';
import { attribute, external, targetQueueName } from './references.ts';
import { remember, speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { plainSpeech } from './speech.ts';

interface QueueTransferFlow {
  languages: readonly Language[];
  lambdas: LambdaArns;
  /** Hooks of who waits at the front of a queue, in the language of the caller. */
  hooks: (language: Language) => HookFlows;
}

/**
 * An agent passes a caller on to another queue: a contact of its own, which has the first one's attributes and none of its hooks. The agent
 * hears this flow while the caller is on hold, and keeps the caller where nobody would answer there or the transfer fails. Connect
 * queues who is passed on by when their call began.
 */
export function queueTransferFlow(name: string, { languages, lambdas, hooks }: QueueTransferFlow): FlowDocument {
  const start = (language: Language): string => firstHook(hooks(language), `set-${language}`);
  const which = whichOf({
    name: 'which-language',
    value: attribute('language'),
    values: languages,
    first: 'fr',
    target: (language) => start(language as Language),
  });
  const chosen = languages.length > 1 ? 'which-language' : start('fr');
  return flow(
    name,
    'QUEUE_TRANSFER',
    speakLanguage('fr', 'is-anybody-there'),
    { 'is-anybody-there': askWhoIsThere(lambdas), ...which },
    {
      // Where only an hour could be offered, nobody would answer today.
      'what-is-honest': equals({
        value: external('tellPosition', 'offer'),
        cases: { hour: 'say-nobody' },
        otherwise: 'remember-transfer',
      }),
      // What was promised is kept by the first contact: this one promises nothing.
      'remember-transfer': remember({
        attributes: {
          queue: targetQueueName,
          promise: 'transfer',
          queuedAt: '',
          callerKey: '',
          bookingId: '',
          revision: '',
        },
        next: 'say-transfer',
        error: 'say-failure',
      }),
      'say-transfer': say({ says: plainSpeech(transferTexts.starts), next: chosen, error: chosen }),
    },
    ...languages.map((language) => setHooks(hooks(language), `set-${language}`, 'enter-queue')),
    {
      'enter-queue': transferToQueue({ atCapacity: 'say-nobody', error: 'say-failure' }),
      'say-nobody': say({ says: plainSpeech(transferTexts.toNobody), next: 'end', error: 'end' }),
      'say-failure': say({ says: plainSpeech(transferTexts.fails), next: 'end', error: 'end' }),
      end: disconnect(),
    },
  );
}

const askWhoIsThere = (lambdas: LambdaArns): Action<'InvokeLambdaFunction'> =>
  invoke(lambdas, {
    lambda: 'tellPosition',
    parameters: {
      queue: targetQueueName,
      stage: 'arrival',
      announcedWaitSeconds: '',
      firstAnnouncedWaitSeconds: '',
      announcedAhead: '',
      queuedAt: '',
      offeredAt: '',
      language: 'fr',
    },
    next: 'what-is-honest',
    error: 'remember-transfer',
  });
