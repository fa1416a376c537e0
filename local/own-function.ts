import { shortName } from './connect/known-functions.ts';
import type { Line } from './line.ts';

/** Asks a function of the line's own, by the name of its file, as the deployed one is asked. @throws Error where it does not answer */
export async function askOwnFunction<Result>(
  { deployment, lambdas }: Line,
  name: string,
  event: unknown,
): Promise<Result> {
  const deployed = deployment.functions.find((each) => shortName(each) === name);
  if (deployed === undefined) throw new Error(`${deployment.stackName} has no function ${name}`);
  const answer = await lambdas.invoke(deployed.arn, event);
  if (answer.result === 'ok') return answer.value as Result;
  throw new Error(answer.result === 'error' ? answer.message : `${name} did not answer in time`);
}
