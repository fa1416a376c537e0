import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import { customResource, property, type CustomResource } from '../runtime/cloudformation.ts';

interface Dependencies {
  client: Pick<ConnectClient, 'send'>;
}

/** Lets the calls to a number enter a flow; deletion detaches the number and keeps it. Its physical id is the number's ARN. */
export function attachNumber({ client }: Dependencies): CustomResource {
  const detach = async (PhoneNumberId: string, InstanceId: string): Promise<void> => {
    try {
      await client.send(new DisassociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId }));
    } catch (error) {
      // A number that has left the instance is detached already.
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  };

  return async (event) => {
    const numberArn = property(event, 'NumberArn');
    const InstanceId = property(event, 'InstanceId');
    const PhoneNumberId = numberArn.slice(numberArn.lastIndexOf('/') + 1);
    if (event.RequestType === 'Delete') {
      await detach(PhoneNumberId, InstanceId);
      return numberArn;
    }
    const ContactFlowId = property(event, 'FlowId');
    await client.send(new AssociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId, ContactFlowId }));
    return numberArn;
  };
}

export const handler = customResource(attachNumber({ client: new ConnectClient({ maxAttempts: 5 }) }));
