import { randomUUID } from 'node:crypto';
import type { PhoneNumber } from '../connect/api-phone-numbers.ts';
import type { Deployment } from '../deployment.ts';
import { jsonAnswer, listenLocally } from '../http-endpoint.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';

interface ResourceAnswer {
  Status: 'SUCCESS' | 'FAILED';
  Reason?: string;
  LogicalResourceId: string;
}

/**
 * Creates the stack's custom resources as CloudFormation does: one after the other, each answering by a PUT.
 * @throws Error with the reason of the resource that failed
 */
export async function createCustomResources(deployment: Deployment, invoker: LambdaInvoker): Promise<void> {
  const answers = new Map<string, ResourceAnswer>();
  const endpoint = await listenLocally(async ({ body }) => {
    const answer = JSON.parse(body) as ResourceAnswer;
    answers.set(answer.LogicalResourceId, answer);
    return jsonAnswer(200, {});
  });
  try {
    for (const resource of deployment.customResources) {
      const result = await invoker.invoke(resource.functionArn, creation(deployment, resource, endpoint.endpoint));
      const answer = answers.get(resource.logicalId);
      if (answer?.Status === 'SUCCESS') continue;
      const failure = result.result === 'error' ? result.message : result.result;
      throw new Error(`${resource.logicalId}: ${answer?.Reason ?? `it never answered (${failure})`}`);
    }
  } finally {
    await endpoint.stop();
  }
}

function creation(
  { stackName, region, accountId }: Deployment,
  { logicalId, functionArn, properties }: Deployment['customResources'][number],
  endpoint: string,
): Record<string, unknown> {
  return {
    RequestType: 'Create',
    ResponseURL: `${endpoint}/${logicalId}`,
    StackId: `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
    RequestId: randomUUID(),
    LogicalResourceId: logicalId,
    ResourceProperties: { ServiceToken: functionArn, ...properties },
  };
}

/** The number that the custom resources place: claimed to the instance already, or to another one where they take it over. */
export function placedNumbers({ customResources, number, instanceArn }: Deployment): PhoneNumber[] {
  const placed = customResources.find(({ properties }) => 'TakeOver' in properties);
  if (!placed) return [];
  const elsewhere = instanceArn.replace(/[^/]+$/, 'another-instance');
  const targetArn = placed.properties['TakeOver'] === 'true' ? elsewhere : instanceArn;
  return [{ arn: String(placed.properties['NumberArn']), number, targetArn }];
}
