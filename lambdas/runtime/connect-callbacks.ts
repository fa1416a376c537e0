import { ConnectClient, ListAssociatedContactsCommand, StopContactCommand } from '@aws-sdk/client-connect';
import { unlessNotFound } from './connect-absence.ts';

export interface AssociatedContact {
  contactId: string;
  initiationMethod: string | undefined;
  disconnectedAt: Date | undefined;
}

/** What is asked about Connect's queued callbacks: part of `connect`. */
export function callbackRequests(InstanceId: string) {
  /** A caller may hear silence meanwhile, and another pass comes in a minute: two attempts, 1 s each. */
  const hurriedClient = new ConnectClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 1000, throwOnRequestTimeout: true },
  });
  return {
    /** The contacts that came of this one, and those it came of; none where Connect knows no such contact. */
    async associatedContacts(contactId: string): Promise<AssociatedContact[]> {
      const { ContactSummaryList } = await unlessNotFound(
        hurriedClient.send(new ListAssociatedContactsCommand({ InstanceId, ContactId: contactId, MaxResults: 100 })),
        {},
      );
      return (ContactSummaryList ?? []).map(({ ContactId = '', InitiationMethod, DisconnectTimestamp }) => ({
        contactId: ContactId,
        initiationMethod: InitiationMethod,
        disconnectedAt: DisconnectTimestamp,
      }));
    },

    /** Ends a queued callback; one that has ended already is none to end. */
    async stopContact(contactId: string): Promise<void> {
      await unlessNotFound(hurriedClient.send(new StopContactCommand({ InstanceId, ContactId: contactId })), {});
    },
  };
}
