import type { AgentPart } from './centre.ts';
import type { CentreAgent } from './agents.ts';
import type { Contact } from './contact.ts';

/** The caller and the agent hear each other from now on; who was on the line has waited up to now. */
export function beginAgentPart(contact: Contact, { arn, name }: CentreAgent, connectedAt: Date): void {
  const { description } = contact.record;
  description.agentPart = { arn, name, connectedAt, holds: [] };
  if (!contact.callback && description.enqueuedAt) description.dequeuedAt = connectedAt;
}

export function beginHold(contact: Contact, from: Date): void {
  change(contact, (part) => ({ ...part, holds: [...part.holds, { from }] }));
}

export function endHold(contact: Contact, to: Date): void {
  change(contact, (part) => ({ ...part, holds: part.holds.map((hold) => ({ ...hold, to: hold.to ?? to })) }));
}

/** A hold that lasts ends with the talk. */
export function endTalk(contact: Contact, leftAt: Date): void {
  endHold(contact, leftAt);
  change(contact, (part) => ({ ...part, leftAt: part.leftAt ?? leftAt }));
}

export function endWriteUp(contact: Contact, writtenUpAt: Date): void {
  change(contact, (part) => ({ ...part, writtenUpAt }));
}

/** An agent who never talked with the caller has no part in the contact. Each is a new object: what was told of a contact stays as it was. */
function change({ record: { description } }: Contact, changed: (part: AgentPart) => AgentPart): void {
  if (description.agentPart) description.agentPart = changed(description.agentPart);
}
