import { createHmac } from 'node:crypto';

/** The key of the ledger's caller keys and codes, derived from the stack's secret; never rotated. */
export const ledgerKey = (secret: string): Buffer => createHmac('sha256', secret).update('ledger').digest();
