import { createHmac } from 'node:crypto';

/** Codes that anyone would try first: one digit three times, and three in a row, up or down. */
function isObvious(code: string): boolean {
  const [first = 0, second = 0, third = 0] = Array.from(code, Number);
  const step = second - first;
  return third - second === step && Math.abs(step) <= 1;
}

/** Three digits by which a caller recognises our callback; the same for one booking, however often it is computed. */
export function recognitionCode(bookingId: string, ledgerKey: Uint8Array): string {
  for (let round = 0; ; round += 1) {
    const digest = createHmac('sha256', ledgerKey).update(`code/${bookingId}/${round}`).digest();
    const code = String(digest.readUInt32BE() % 1000).padStart(3, '0');
    if (!isObvious(code)) return code;
  }
}
