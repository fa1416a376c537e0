import type { AssociatedContact } from '../../lambdas/runtime/connect-callbacks.ts';
import type { ContactDescription, OutboundCall, QueueMetrics } from '../../lambdas/runtime/connect.ts';

const nothingKnown: ContactDescription = {
  initiationMethod: undefined,
  connectedToAgentAt: undefined,
  connectedToSystemAt: undefined,
  disconnectedAt: undefined,
  disconnectReason: undefined,
};

/** A Connect that rings nobody: tests say what its contacts come to. Over HTTP the functions meet it in the whole calls. */
export function playedConnect() {
  const played = {
    agents: { agentsStaffed: 60, agentsAvailable: 0 },
    calls: [] as OutboundCall[],
    /** Thrown by the next calls, one each. */
    refusals: [] as Error[],
    contacts: new Map<string, Partial<ContactDescription>>(),
    attributes: new Map<string, Record<string, string>>(),
    currentMetrics: async (queueIds: readonly string[]): Promise<Map<string, QueueMetrics>> => {
      const others = { contactsInQueue: 0, oldestContactAgeSeconds: 0, agentsOnContact: 0 };
      return new Map(queueIds.map((id) => [id, { ...played.agents, ...others }]));
    },
    startOutboundVoiceContact: async (call: OutboundCall): Promise<string> => {
      const refusal = played.refusals.shift();
      if (refusal) throw refusal;
      const contactId = `call-${call.clientToken}`;
      if (!played.contacts.has(contactId)) played.calls.push(call);
      played.contacts.set(contactId, {});
      played.attributes.set(contactId, call.attributes);
      return contactId;
    },
    describeContact: async (contactId: string): Promise<ContactDescription | undefined> => {
      const contact = played.contacts.get(contactId);
      return contact && { ...nothingKnown, ...contact };
    },
    /** Contact in which a place was kept -> ids of Connect's queued callbacks of it, which are among `contacts`. */
    callbacks: new Map<string, string[]>(),
    stopped: [] as string[],
    associatedContacts: async (contactId: string): Promise<AssociatedContact[]> => {
      const refusal = played.refusals.shift();
      if (refusal) throw refusal;
      const ids = played.callbacks.get(contactId) ?? [];
      return ids.map((id) => ({
        ...nothingKnown,
        ...played.contacts.get(id),
        contactId: id,
        initiationMethod: 'CALLBACK',
      }));
    },
    stopContact: async (contactId: string): Promise<void> => {
      played.stopped.push(contactId);
      played.contacts.set(contactId, {
        ...played.contacts.get(contactId),
        disconnectedAt: new Date(0),
        disconnectReason: 'API',
      });
    },
    contactAttributes: async (contactId: string) => played.attributes.get(contactId) ?? {},
  };
  return played;
}
