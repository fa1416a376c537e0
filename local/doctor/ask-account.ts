import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Administration } from '../../domain/administration/administration.ts';
import type { AccountAnswers } from './account-answers.ts';
import { askInstance, askInstances, connectClient } from './ask-instance.ts';
import { askOperations } from './ask-operations.ts';
import { askSms } from './ask-sms.ts';
import { asked, askedAll, clientSettings, NoAccount } from './asking.ts';
import type { Answer } from './findings.ts';

/** Asks the account of the credentials about a line: nothing is ever changed there. @throws NoAccount where nothing can be asked at all */
export async function askAccount(line: Administration): Promise<AccountAnswers> {
  const { region, alias } = line;
  const accountId = await askIdentity(region);
  const formation = new CloudFormationClient(clientSettings(region));
  const stack = await askStack(formation, `Rappel-${line.id}`);
  const isDeployed = 'value' in stack && stack.value !== undefined;
  const resources = isDeployed ? await askResources(formation, `Rappel-${line.id}`) : { value: [] };
  const connect = connectClient(region);
  const instances = await askInstances(connect);
  const instanceId =
    'value' in instances ? instances.value.find(({ InstanceAlias }) => InstanceAlias === alias)?.Id : undefined;
  return {
    accountId,
    stack,
    resources,
    instances,
    quotas: await askQuotas(region),
    instance: instanceId === undefined || !isDeployed ? undefined : await askInstance(connect, instanceId, line),
    sms: await askSms(region, resources),
    operations: await askOperations(line, resources),
  };
}

/** The first question: what is wrong with the credentials or the network is wrong with every other. */
async function askIdentity(region: string): Promise<string> {
  const answer = await asked(() => new STSClient(clientSettings(region)).send(new GetCallerIdentityCommand({})));
  if ('refused' in answer) throw new NoAccount(`AWS does not say whose credentials these are: ${answer.refused}`);
  return answer.value.Account ?? '';
}

/** CloudFormation says of a stack that is not there that the request is invalid. */
const askStack = (client: CloudFormationClient, StackName: string): Promise<Answer<Stack | undefined>> =>
  asked(async () => {
    try {
      return (await client.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
    } catch (error) {
      if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message))
        return undefined;
      throw error;
    }
  });

const askResources = (client: CloudFormationClient, StackName: string): Promise<AccountAnswers['resources']> =>
  askedAll(
    () => paginateListStackResources({ client }, { StackName }),
    (page) => page.StackResourceSummaries,
  );

/** Of the account, and of each instance that has one of its own. */
const askQuotas = (region: string): Promise<AccountAnswers['quotas']> => {
  const client = new ServiceQuotasClient(clientSettings(region));
  const of = { ServiceCode: 'connect', QuotaAppliedAtLevel: 'ALL' as const };
  return askedAll(
    () => paginateListServiceQuotas({ client }, of),
    (page) => page.Quotas,
  );
};
