import { createHash } from 'node:crypto';
import { base32 } from './caller-key.ts';

const bookingIdLength = 16;

/** The same for every retry of one dialogue of one call, and another for the next dialogue of that call. */
export function bookingId(contactId: string, dialogue: string): string {
  return base32(createHash('sha256').update(`${contactId}/${dialogue}`).digest()).slice(0, bookingIdLength);
}
