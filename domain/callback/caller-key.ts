import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const callerKeyLength = 14;

/** RFC 4648 base32, without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let pending = 0;
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(pending >> bits) & 31];
    }
  }
  return bits > 0 ? text + alphabet[(pending << (5 - bits)) & 31] : text;
}

/** A person in the ledger: 70 bits of a keyed hash of the number, which cannot be found back without the key. */
export function callerKey(e164: string, ledgerKey: Uint8Array): string {
  return base32(createHmac('sha256', ledgerKey).update(e164).digest()).slice(0, callerKeyLength);
}
