import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

const metricTypes = [
  'NumberOfAgentsAvailable',
  'NumberOfAgentsStaffed',
  'NumberOfAgentsOnline',
  'OldestContactInQueueAgeSeconds',
  'NumberOfContactsInQueue',
] as const;

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
    problems: ({ parameters }) =>
      metricTypes.some((type) => type === parameters.MetricType)
        ? []
        : [`MetricType ${String(parameters.MetricType)} is none of ${metricTypes.join(', ')}`],
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
