import { shortName } from '../connect/known-functions.ts';
import type { Line } from '../line.ts';

/** What the supervisor's guide says is in force, in sentences: the alert, then the switches. Asked of the line's own function. */
export async function lineInForce({ deployment, lambdas }: Line): Promise<string[]> {
  const deployed = deployment.functions.find((each) => shortName(each) === 'tell-line');
  if (deployed === undefined) return [];
  const answer = await lambdas.invoke(deployed.arn, {});
  if (answer.result !== 'ok') return ['L’annonce et les interrupteurs n’ont pas pu être lus.'];
  const { alert, callbacks } = answer.value as { alert: string; callbacks: string };
  return [alert, callbacks];
}
