import type { Action } from './flow-language.ts';

const noMatchingError = (target: string) => ({ NextAction: target, ErrorType: 'NoMatchingError' as const });

export function targetQueue(options: {
  queueArn: string;
  next: string;
  error: string;
}): Action<'UpdateContactTargetQueue'> {
  return {
    Type: 'UpdateContactTargetQueue',
    Parameters: { QueueId: options.queueArn },
    Transitions: { NextAction: options.next, Errors: [noMatchingError(options.error)] },
  };
}

/** Ends this flow; the flow of the `CustomerQueue` hook goes on. */
export function transferToQueue(options: { atCapacity: string; error: string }): Action<'TransferContactToQueue'> {
  return {
    Type: 'TransferContactToQueue',
    Parameters: {},
    Transitions: {
      // Required by the language, and taken only by queue transfers.
      NextAction: options.error,
      Errors: [{ NextAction: options.atCapacity, ErrorType: 'QueueAtCapacity' }, noMatchingError(options.error)],
    },
  };
}

/** 1 is served first; contacts have 5 by default. */
export function queuePriority(priority: number, next: string): Action<'UpdateContactRoutingBehavior'> {
  return {
    Type: 'UpdateContactRoutingBehavior',
    Parameters: { QueuePriority: String(priority) },
    Transitions: { NextAction: next },
  };
}

export function transferToFlow(options: { flowArn: string; error: string }): Action<'TransferToFlow'> {
  return {
    Type: 'TransferToFlow',
    Parameters: { ContactFlowId: options.flowArn },
    Transitions: { NextAction: options.error, Errors: [noMatchingError(options.error)] },
  };
}

export function disconnect(): Action<'DisconnectParticipant'> {
  return { Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
}

/** In a queue flow: back to the playlist. In a whisper: the whisper is over. */
export function endFlow(): Action<'EndFlowExecution'> {
  return { Type: 'EndFlowExecution', Parameters: {}, Transitions: {} };
}
