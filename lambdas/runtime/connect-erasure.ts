import {
  ConnectClient,
  ContactNotTerminatedException,
  DeleteContactDataCommand,
  GetContactAttributesCommand,
  ResourceNotFoundException,
  UpdateContactAttributesCommand,
} from '@aws-sdk/client-connect';
import { unlessNotFound } from './connect-absence.ts';

/** Attributes of ours that tell who somebody is, or what was said to them alone. */
const personalAttributes = [
  'callbackNumber',
  'callerKey',
  'spokenCode',
  'promiseAnnouncement',
  'bookingAnnouncement',
] as const;

/** `underWay`: that contact has not ended; `absent`: Connect knows it no longer. */
export type Erased = 'erased' | 'underWay' | 'absent';

/** Takes a person out of a contact's record, which Connect keeps for two years. */
export function contactErasure(InstanceId: string) {
  const client = new ConnectClient({ maxAttempts: 5 });
  return async (ContactId: string): Promise<Erased> => {
    const ContactFields = ['CUSTOMER_ENDPOINT' as const];
    try {
      await client.send(new DeleteContactDataCommand({ InstanceId, ContactId, ContactFields }));
    } catch (error) {
      if (error instanceof ContactNotTerminatedException) return 'underWay';
      if (error instanceof ResourceNotFoundException) return 'absent';
      throw error;
    }
    // Second, since a change of attributes has the record delivered again, which must not bring the number back.
    await clearAttributes(ContactId);
    return 'erased';
  };

  async function clearAttributes(InitialContactId: string): Promise<void> {
    const command = new GetContactAttributesCommand({ InstanceId, InitialContactId });
    const { Attributes = {} } = await unlessNotFound(client.send(command), {});
    const personal = personalAttributes.filter((name) => Attributes[name]);
    if (personal.length === 0) return;
    const cleared = Object.fromEntries(personal.map((name) => [name, '']));
    await client.send(new UpdateContactAttributesCommand({ InstanceId, InitialContactId, Attributes: cleared }));
  }
}
export type ContactErasure = ReturnType<typeof contactErasure>;
