import { type FlowAction, scalar } from '../flow-document.ts';
import { type ActionSpecifications, eitherQueueOrAgent, flowTypesFor } from './action-specification.ts';

const metricTypes = [
  'NumberOfAgentsAvailable',
  'NumberOfAgentsStaffed',
  'NumberOfAgentsOnline',
  'OldestContactInQueueAgeSeconds',
  'NumberOfContactsInQueue',
] as const;

function metricProblems(action: FlowAction): string[] {
  const type = scalar(action.parameters.MetricType);
  return [
    ...(metricTypes.some((known) => known === type)
      ? []
      : [`MetricType ${type ?? 'absent'} is none of ${metricTypes.join(', ')}`]),
    ...eitherQueueOrAgent(action),
  ];
}

export const branching: ActionSpecifications = {
  Compare: {
    allowedIn: flowTypesFor.all,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'anything',
    errors: ['NoMatchingCondition'],
  },
  CheckHoursOfOperation: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'optional',
    results: ['True', 'False'],
    errors: ['NoMatchingError'],
  },
  CheckMetricData: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'anything',
    errors: ['NoMatchingCondition', 'NoMatchingError'],
    problems: metricProblems,
  },
  GetMetricData: {
    allowedIn: flowTypesFor.all,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['NoMatchingError'],
    problems: eitherQueueOrAgent,
  },
  DistributeByPercentage: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'anything',
    errors: ['NoMatchingCondition'],
  },
  Loop: {
    allowedIn: flowTypesFor.all,
    inModules: 'runs',
    nextAction: 'optional',
    results: ['ContinueLooping', 'DoneLooping'],
    errors: [],
  },
  Wait: {
    allowedIn: ['CONTACT_FLOW'],
    inModules: 'refused',
    nextAction: 'optional',
    results: ['WaitCompleted', 'CustomerReturned', 'BotParticipantDisconnected'],
    errors: ['NoMatchingError', 'ParticipantNotFound'],
  },
};
