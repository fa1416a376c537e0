import {
  action,
  end,
  flowArn,
  hangUp,
  menu,
  queueArn,
  say,
  toQueue,
  type WrittenAction,
  written,
} from './written-flows.ts';

export const setNumber = (number: string, next: string): WrittenAction =>
  action(
    'set-number',
    'UpdateContactCallbackNumber',
    { CallbackNumber: number },
    { next, errors: { InvalidCallbackNumber: 'invalid', CallbackNumberNotDialable: 'undialable' } },
  );

/** Two retries, ten minutes apart, unless told otherwise. */
export const createCallback = (parameters: Record<string, unknown> = {}): WrittenAction =>
  action(
    'create',
    'CreateCallbackContact',
    { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600', ...parameters },
    { next: 'promised', errors: { NoMatchingError: 'sorry' } },
  );

/** What a caller hears of the callback, whichever way it goes. */
export const endings = [
  say('promised', 'Vous serez rappelé.', 'hang-up'),
  say('sorry', 'Impossible.', 'hang-up'),
  say('invalid', 'Numéro invalide.', 'hang-up'),
  say('undialable', 'Numéro refusé.', 'hang-up'),
  hangUp,
];

const whisper = (type: string, text: string): { type: string; content: string } => ({
  type,
  content: written(say('whisper', text, 'end'), end),
});

/** Waits in the queue; pressing 1 asks to be called back, keeping one's place. */
export const callbackFlows = (parameters: Record<string, unknown> = {}) => ({
  inbound: written(...toQueue({ CustomerQueue: 'wait' })),
  wait: {
    type: 'CUSTOMER_QUEUE',
    content: written(
      menu('offer', 'Pour être rappelé, tapez 1.', { '1': 'set' }, 'end'),
      action('set', 'UpdateContactAttributes', { Attributes: { subject: 'loyer' } }, 'set-number'),
      setNumber('$.CustomerEndpoint.Address', 'create'),
      createCallback({ ContactFlowId: flowArn('creation'), ...parameters }),
      ...endings,
      end,
    ),
  },
  creation: written(
    ...toQueue({ AgentWhisper: 'to-agent', CustomerWhisper: 'to-customer', CustomerRemaining: 'survey' }),
  ),
  'to-agent': whisper('AGENT_WHISPER', 'Un rappel : $.Attributes.subject, $.InitiationMethod, $.Agent.FirstName.'),
  'to-customer': whisper('CUSTOMER_WHISPER', 'Jamais entendu.'),
  outbound: whisper('OUTBOUND_WHISPER', 'Ici les $.Queue.Name, votre code est 4, 8, 2, $.Agent.FirstName vous parle.'),
  survey: written(say('survey', 'Avez-vous été bien servi ?', 'hang-up'), hangUp),
});

export const inQueue = queueArn('allocations');
