import { shortName } from '../connect/known-functions.ts';
import type { Line } from '../line.ts';

/** What a schedule or an event invoked and what failed is said on stderr, each attempt: on AWS it would be retried, then alarmed. */
export function reportFailedDeliveries({ bus, deployment }: Line): void {
  bus.onDelivery(({ functionArn, attempt, result }) => {
    if (result.result === 'ok') return;
    const deployed = deployment.functions.find(({ arn }) => arn === functionArn);
    const name = deployed === undefined ? functionArn : shortName(deployed);
    console.error(`${name}: ${result.result === 'error' ? result.message : 'timeout'} (attempt ${attempt})`);
  });
}
