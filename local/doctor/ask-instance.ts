import {
  ConnectClient,
  DescribePhoneNumberCommand,
  paginateListContactFlows,
  paginateListFlowAssociations,
  paginateListHoursOfOperations,
  paginateListInstanceAttributes,
  paginateListInstances,
  paginateListLambdaFunctions,
  paginateListQueues,
  paginateListRoutingProfiles,
  paginateListSecurityProfiles,
  paginateListTestCases,
  paginateSearchUsers,
  type InstanceSummary,
} from '@aws-sdk/client-connect';
import type { Administration } from '../../domain/administration/administration.ts';
import type { InstanceAnswers } from './account-answers.ts';
import { asked, askedAll, clientSettings } from './asking.ts';
import type { Answer } from './findings.ts';

/** Connect allows two requests a second of most kinds, five at once. */
const requestsAtOnce = { maxAttempts: 8, retryMode: 'adaptive' };

export const connectClient = (region: string): ConnectClient =>
  new ConnectClient({ ...clientSettings(region), ...requestsAtOnce });

export const askInstances = (client: ConnectClient): Promise<Answer<InstanceSummary[]>> =>
  askedAll(
    () => paginateListInstances({ client }, {}),
    ({ InstanceSummaryList }) => InstanceSummaryList,
  );

/** What stands in an instance, one question after the other. */
export async function askInstance(
  client: ConnectClient,
  InstanceId: string,
  { number }: Administration,
): Promise<InstanceAnswers> {
  const of = { InstanceId };
  return {
    attributes: await askedAll(
      () => paginateListInstanceAttributes({ client }, of),
      (page) => page.Attributes,
    ),
    queues: await askedAll(
      () => paginateListQueues({ client }, { ...of, QueueTypes: ['STANDARD'] }),
      ({ QueueSummaryList }) => QueueSummaryList?.flatMap(({ Name }) => Name ?? []),
    ),
    hours: await askedAll(
      () => paginateListHoursOfOperations({ client }, of),
      ({ HoursOfOperationSummaryList }) => HoursOfOperationSummaryList?.flatMap(({ Name }) => Name ?? []),
    ),
    flows: await askedAll(
      () => paginateListContactFlows({ client }, of),
      (page) => page.ContactFlowSummaryList,
    ),
    functions: await askedAll(
      () => paginateListLambdaFunctions({ client }, of),
      (page) => page.LambdaFunctions,
    ),
    testCases: await askedAll(
      () => paginateListTestCases({ client }, of),
      (page) => page.TestCaseSummaryList,
    ),
    ...(await askPeople(client, InstanceId)),
    number: number === 'none' ? undefined : await askNumber(client, number.arn),
    numberFlows: await askedAll(
      () => paginateListFlowAssociations({ client }, { ...of, ResourceType: 'VOICE_PHONE_NUMBER' }),
      (page) => page.FlowAssociationSummaryList,
    ),
  };
}

type People = Pick<InstanceAnswers, 'users' | 'securityProfiles' | 'routingProfiles'>;

async function askPeople(client: ConnectClient, InstanceId: string): Promise<People> {
  const of = { InstanceId };
  return {
    users: await askedAll(
      () => paginateSearchUsers({ client }, of),
      (page) => page.Users,
    ),
    securityProfiles: await askedAll(
      () => paginateListSecurityProfiles({ client }, of),
      (page) => page.SecurityProfileSummaryList,
    ),
    routingProfiles: await askedAll(
      () => paginateListRoutingProfiles({ client }, of),
      (page) => page.RoutingProfileSummaryList,
    ),
  };
}

const askNumber = (client: ConnectClient, arn: string): Promise<NonNullable<InstanceAnswers['number']>> =>
  asked(async () => {
    const PhoneNumberId = arn.slice(arn.lastIndexOf('/') + 1);
    return (await client.send(new DescribePhoneNumberCommand({ PhoneNumberId }))).ClaimedPhoneNumberSummary ?? {};
  });
