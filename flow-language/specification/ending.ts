import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

export const ending: ActionSpecifications = {
  DisconnectParticipant: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'none',
    results: 'nothing',
    errors: [],
  },
  EndFlowExecution: {
    allowedIn: flowTypesFor.queueAndWhispers,
    inModules: 'fails',
    nextAction: 'none',
    results: 'nothing',
    errors: [],
  },
  TransferToFlow: {
    allowedIn: flowTypesFor.conversation,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'nothing',
    errors: ['NoMatchingError'],
  },
};
