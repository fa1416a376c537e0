import { ConnectClient, DescribeContactCommand, DescribeUserCommand, type Contact } from '@aws-sdk/client-connect';

/** The contact that a guide is shown beside: a call, or a task. */
export interface GuidedContact {
  id: string;
  /** E.164; undefined where the number is withheld, and for a task. */
  customerNumber: string | undefined;
  /** Connect's id of who has it; undefined until somebody has accepted it. */
  agentId: string | undefined;
}

/** What a guide, which is a contact of its own, does not know by itself. Every call throws the service's own errors. */
export function guides(InstanceId: string) {
  /** Somebody watches the screen meanwhile, and the flow waits 8 s for all of it. */
  const client = new ConnectClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 1500, throwOnRequestTimeout: true },
  });
  const describe = async (ContactId: string): Promise<Contact> => {
    const { Contact: contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId }));
    if (!contact) throw new Error('DescribeContact answered no contact');
    return contact;
  };
  return {
    /** Throws where the guide belongs to no contact. */
    async contactOf(guideContactId: string): Promise<GuidedContact> {
      const { RelatedContactId } = await describe(guideContactId);
      if (!RelatedContactId) throw new Error('the guide belongs to no contact');
      const { CustomerEndpoint, AgentInfo } = await describe(RelatedContactId);
      const address = CustomerEndpoint?.Address;
      return {
        id: RelatedContactId,
        customerNumber: address?.startsWith('+') ? address : undefined,
        agentId: AgentInfo?.Id,
      };
    },

    /** The name by which a user logs in; undefined where Connect says none. */
    async userName(UserId: string): Promise<string | undefined> {
      const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId }));
      return User?.Username;
    },
  };
}
export type Guides = ReturnType<typeof guides>;
