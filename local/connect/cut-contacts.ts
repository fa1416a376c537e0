import type { ContactDescription } from './centre.ts';
import type { ContactRecord } from './contact.ts';

/**
 * The contact as it is once the centre that had it was cut at that instant, as by a power cut: whoever was on the telephone was disconnected.
 * A queued callback that had not been answered leaves its queue as if it had expired: nobody was called in vain, and the promise stands.
 */
export function cutContact({ description, attributes }: ContactRecord, cutMilliseconds: number): ContactRecord {
  if (description.disconnectedAt !== undefined) return { description, attributes };
  const disconnectedAt = new Date(cutMilliseconds);
  const { enqueuedAt, dequeuedAt = enqueuedAt && disconnectedAt } = description;
  const cut = { ...description, disconnectedAt, dequeuedAt, disconnectReason: reasonOf(description) };
  return { description: cut, attributes };
}

function reasonOf({ initiationMethod, connectedToSystemAt }: ContactDescription): string {
  return initiationMethod === 'CALLBACK' && connectedToSystemAt === undefined ? 'EXPIRED' : 'TELECOM_PROBLEM';
}
