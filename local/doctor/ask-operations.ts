import type { StackResourceSummary } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import type { Administration } from '../../domain/administration/administration.ts';
import { physicalIds, type OperationsAnswers } from './account-answers.ts';
import { asked, askedAll, clientSettings } from './asking.ts';
import type { Answer } from './findings.ts';

/** The topic of alarms, the logs and the ledger of the stack. */
export async function askOperations(
  { id, region, alias }: Administration,
  resources: Answer<StackResourceSummary[]>,
): Promise<OperationsAnswers> {
  const [topic] = physicalIds(resources, 'AWS::SNS::Topic', 'FoundationAlarms');
  const [table] = physicalIds(resources, 'AWS::DynamoDB::Table', 'Ledger');
  return {
    subscriptions: topic === undefined ? undefined : await askSubscriptions(region, topic),
    logGroups: await askLogGroups(region, [`Rappel-${id}-`, `/aws/connect/${alias}`]),
    ...(await askLedger(region, table)),
  };
}

async function askSubscriptions(
  region: string,
  TopicArn: string,
): Promise<NonNullable<OperationsAnswers['subscriptions']>> {
  const client = new SNSClient(clientSettings(region));
  return askedAll(
    () => paginateListSubscriptionsByTopic({ client }, { TopicArn }),
    (page) => page.Subscriptions,
  );
}

async function askLogGroups(region: string, prefixes: readonly string[]): Promise<OperationsAnswers['logGroups']> {
  const client = new CloudWatchLogsClient(clientSettings(region));
  return askedAll(
    async function* pages() {
      for (const logGroupNamePrefix of prefixes) yield* paginateDescribeLogGroups({ client }, { logGroupNamePrefix });
    },
    (page) => page.logGroups,
  );
}

type LedgerAnswers = Pick<OperationsAnswers, 'table' | 'backups' | 'timeToLive'>;

async function askLedger(region: string, TableName: string | undefined): Promise<LedgerAnswers> {
  if (TableName === undefined) return { table: undefined, backups: undefined, timeToLive: undefined };
  const client = new DynamoDBClient(clientSettings(region));
  return {
    table: await asked(async () => (await client.send(new DescribeTableCommand({ TableName }))).Table ?? {}),
    backups: await asked(async () => {
      const { ContinuousBackupsDescription: found } = await client.send(
        new DescribeContinuousBackupsCommand({ TableName }),
      );
      return found ?? { ContinuousBackupsStatus: 'DISABLED' };
    }),
    timeToLive: await asked(
      async () => (await client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription ?? {},
    ),
  };
}
