import type { LineChangeResult } from '../domain/administration/line-changes.ts';
import { shortName } from './connect/known-functions.ts';
import type { Line } from './line.ts';

/** Asks the line's own function for a change, as the deployed one is asked. @throws Error where it does not answer */
export async function changeLine({ deployment, lambdas }: Line, change: unknown): Promise<LineChangeResult> {
  const deployed = deployment.functions.find((each) => shortName(each) === 'change-line');
  if (deployed === undefined) throw new Error(`${deployment.stackName} has no function change-line`);
  const answer = await lambdas.invoke(deployed.arn, change);
  if (answer.result === 'ok') return answer.value as LineChangeResult;
  throw new Error(answer.result === 'error' ? answer.message : 'change-line did not answer in time');
}
