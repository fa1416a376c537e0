import type { ContactDescription, OutboundCall, QueueMetrics } from '../../lambdas/runtime/connect.ts';

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
      const nothing = { connectedToAgentAt: undefined, disconnectedAt: undefined, disconnectReason: undefined };
      return contact && { initiationMethod: undefined, ...nothing, ...contact };
    },
    contactAttributes: async (contactId: string) => played.attributes.get(contactId) ?? {},
  };
  return played;
}
