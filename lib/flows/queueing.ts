import type { Action } from './flow-language.ts';
import type { Reference } from './references.ts';

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

/** Which number Connect's queued callback rings; without it, the caller ID. */
export function callbackNumber(options: {
  number: Reference;
  next: string;
  refused: string;
}): Action<'UpdateContactCallbackNumber'> {
  const errors = ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] as const;
  return {
    Type: 'UpdateContactCallbackNumber',
    Parameters: { CallbackNumber: options.number.path },
    Transitions: {
      NextAction: options.next,
      Errors: errors.map((ErrorType) => ({ NextAction: options.refused, ErrorType })),
    },
  };
}

/** Connect's own callback, in the caller's own queue and at the caller's place; the creation flow sets its hooks. */
export function queuedCallback(options: {
  creationFlowArn: string;
  retries: number;
  retryDelaySeconds: number;
  next: string;
  error: string;
}): Action<'CreateCallbackContact'> {
  return {
    Type: 'CreateCallbackContact',
    Parameters: {
      InitialCallDelaySeconds: '1',
      MaximumConnectionAttempts: String(options.retries),
      RetryDelaySeconds: String(options.retryDelaySeconds),
      ContactFlowId: options.creationFlowArn,
    },
    Transitions: { NextAction: options.next, Errors: [noMatchingError(options.error)] },
  };
}

/** Rings another line and, when that call is over or does not come about, goes on with this caller. */
export function transferOutside(options: {
  number: string;
  seconds: number;
  next: string;
  unanswered: string;
}): Action<'TransferParticipantToThirdParty'> {
  const errors = ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'] as const;
  return {
    Type: 'TransferParticipantToThirdParty',
    Parameters: {
      ThirdPartyPhoneNumber: options.number,
      ThirdPartyConnectionTimeLimitSeconds: String(options.seconds),
      ContinueFlowExecution: 'True',
    },
    Transitions: {
      NextAction: options.next,
      Errors: errors.map((ErrorType) => ({ NextAction: options.unanswered, ErrorType })),
    },
  };
}

export function disconnect(): Action<'DisconnectParticipant'> {
  return { Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
}

/** In a queue flow: back to the playlist. In a whisper: the whisper is over. */
export function endFlow(): Action<'EndFlowExecution'> {
  return { Type: 'EndFlowExecution', Parameters: {}, Transitions: {} };
}
