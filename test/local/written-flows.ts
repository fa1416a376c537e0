/** Flow documents written by hand, as short as the flow language allows. */
interface Transition {
  next?: string;
  when?: Record<string, string>;
  errors?: Record<string, string>;
}
export interface WrittenAction {
  Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  Transitions: Record<string, unknown>;
}

/** One action; `next` by default in `next`, conditions on equality in `when`, error branches in `errors`. */
export function action(
  identifier: string,
  type: string,
  parameters: Record<string, unknown> = {},
  transition: Transition | string = {},
): WrittenAction {
  const { next, when = {}, errors = {} } = typeof transition === 'string' ? { next: transition } : transition;
  return {
    Identifier: identifier,
    Type: type,
    Parameters: parameters,
    Transitions: {
      ...(next !== undefined && { NextAction: next }),
      Conditions: Object.entries(when).map(([operand, target]) => ({
        NextAction: target,
        Condition: { Operator: 'Equals', Operands: [operand] },
      })),
      Errors: Object.entries(errors).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
    },
  };
}

export const say = (identifier: string, text: string, next: string): WrittenAction =>
  action(identifier, 'MessageParticipant', { Text: text }, { next, errors: { NoMatchingError: next } });

export const hangUp = action('hang-up', 'DisconnectParticipant');
export const end = action('end', 'EndFlowExecution');

export const menu = (
  identifier: string,
  text: string,
  when: Record<string, string>,
  otherwise: string,
): WrittenAction =>
  action(
    identifier,
    'GetParticipantInput',
    { Text: text, StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      next: otherwise,
      when,
      errors: { InputTimeLimitExceeded: otherwise, NoMatchingCondition: otherwise, NoMatchingError: otherwise },
    },
  );

export const invoke = (
  identifier: string,
  name: string,
  parameters: Record<string, unknown>,
  transition: Transition,
): WrittenAction =>
  action(
    identifier,
    'InvokeLambdaFunction',
    { LambdaFunctionARN: functionArn(name), InvocationTimeLimitSeconds: '8', LambdaInvocationAttributes: parameters },
    transition,
  );

export const functionArn = (name: string): string => `arn:aws:lambda:eu-central-1:111111111111:function:${name}`;
export const flowArn = (name: string): string =>
  `arn:aws:connect:eu-central-1:111111111111:instance/i/contact-flow/${name}`;
export const queueArn = (name: string): string => `arn:aws:connect:eu-central-1:111111111111:instance/i/queue/${name}`;

/** The text of a flow document that begins with the first action. */
export function written(...actions: WrittenAction[]): string {
  return JSON.stringify({ Version: '2019-10-30', StartAction: actions[0]?.Identifier, Metadata: {}, Actions: actions });
}

/** Sets the queue and its hooks, then queues. */
export function toQueue(hooks: Record<string, string> = {}, queue = 'allocations'): WrittenAction[] {
  const entries = Object.entries(hooks);
  const names = ['set-queue', ...entries.map(([hook]) => `hook-${hook}`), 'queue'];
  return [
    action(
      'set-queue',
      'UpdateContactTargetQueue',
      { QueueId: queueArn(queue) },
      { next: names[1] ?? 'queue', errors: { NoMatchingError: 'hang-up' } },
    ),
    ...entries.map(([hook, flow], index) =>
      action(
        `hook-${hook}`,
        'UpdateContactEventHooks',
        { EventHooks: { [hook]: flowArn(flow) } },
        names[index + 2] ?? 'queue',
      ),
    ),
    action(
      'queue',
      'TransferContactToQueue',
      {},
      { errors: { QueueAtCapacity: 'hang-up', NoMatchingError: 'hang-up' } },
    ),
    hangUp,
  ];
}
