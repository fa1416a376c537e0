import {
  ConnectClient,
  DescribePhoneNumberCommand,
  UpdatePhoneNumberCommand,
  type ClaimedPhoneNumberSummary,
} from '@aws-sdk/client-connect';
import { setTimeout as delay } from 'node:timers/promises';
import { customResource, property, type CustomResource } from '../runtime/cloudformation.ts';

interface Dependencies {
  client: Pick<ConnectClient, 'send'>;
  /** Between two looks at a number that is on its way. */
  pollMilliseconds: number;
  /** Given up before the function itself is stopped, so that CloudFormation gets its answer. */
  mostPolls: number;
}

/**
 * Moves a number that exists to the instance, and waits until it is there. Its physical id is the number's ARN.
 * A number in use elsewhere is taken only where the file says `takeOver: true`. Deletion leaves it where it is.
 */
export function placeNumber({ client, pollMilliseconds, mostPolls }: Dependencies): CustomResource {
  const describe = async (numberArn: string): Promise<ClaimedPhoneNumberSummary> => {
    const { ClaimedPhoneNumberSummary: summary } = await client.send(
      new DescribePhoneNumberCommand({ PhoneNumberId: numberArn }),
    );
    if (!summary) throw new Error('Amazon Connect describes no such number');
    return summary;
  };
  const claimed = async (numberArn: string, instanceArn: string): Promise<void> => {
    for (let polls = 0; polls < mostPolls; polls += 1) {
      const { TargetArn, PhoneNumberStatus } = await describe(numberArn);
      const { Status, Message } = PhoneNumberStatus ?? {};
      if (Status === 'CLAIMED' && TargetArn === instanceArn) return;
      if (Status === 'FAILED')
        throw new Error(`Amazon Connect could not move the number: ${Message ?? 'no reason given'}`);
      await delay(pollMilliseconds);
    }
    throw new Error('the number did not arrive on the instance in time: deploy again');
  };

  return async (event) => {
    const numberArn = property(event, 'NumberArn');
    if (event.RequestType === 'Delete') return numberArn;
    const instanceArn = property(event, 'InstanceArn');
    const { TargetArn } = await describe(numberArn);
    if (TargetArn !== instanceArn) {
      if (event.ResourceProperties['TakeOver'] !== 'true') {
        throw new Error('the number is in use on another instance: say number.takeOver: true to move it here');
      }
      await client.send(new UpdatePhoneNumberCommand({ PhoneNumberId: numberArn, TargetArn: instanceArn }));
    }
    await claimed(numberArn, instanceArn);
    return numberArn;
  };
}

export const handler = customResource(
  placeNumber({ client: new ConnectClient({ maxAttempts: 5 }), pollMilliseconds: 5000, mostPolls: 48 }),
);
