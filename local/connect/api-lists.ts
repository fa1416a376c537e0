import type { Deployment } from '../deployment.ts';

interface List {
  operation: string;
  path: string;
  answer: (deployment: Deployment) => unknown;
}
const active = { ContactFlowState: 'ACTIVE', ContactFlowStatus: 'PUBLISHED' };

/** What stands in the instance: each list whole, in one page. */
export const lists: readonly List[] = [
  {
    operation: 'ListQueues',
    path: '/queues-summary/{InstanceId}',
    answer: ({ queues }) => ({
      QueueSummaryList: queues.map(({ arn, id, name }) => ({ Arn: arn, Id: id, Name: name, QueueType: 'STANDARD' })),
    }),
  },
  {
    operation: 'ListHoursOfOperations',
    path: '/hours-of-operations-summary/{InstanceId}',
    answer: ({ hours }) => ({
      HoursOfOperationSummaryList: hours.map(({ arn, id, name }) => ({ Arn: arn, Id: id, Name: name })),
    }),
  },
  {
    operation: 'ListContactFlows',
    path: '/contact-flows-summary/{InstanceId}',
    answer: ({ flows }) => ({
      ContactFlowSummaryList: flows.map(({ arn, id, name, type }) => {
        return { Arn: arn, Id: id, Name: name, ContactFlowType: type, ...active };
      }),
    }),
  },
  {
    operation: 'ListLambdaFunctions',
    path: '/instance/{InstanceId}/lambda-functions',
    answer: ({ functions }) => ({ LambdaFunctions: functions.map(({ arn }) => arn) }),
  },
];
