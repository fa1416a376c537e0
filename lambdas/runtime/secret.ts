import { createHmac } from 'node:crypto';

/** The key of the ledger's caller keys and codes, derived from the stack's secret; never rotated. */
export const ledgerKey = (secret: string): Buffer => createHmac('sha256', secret).update('ledger').digest();

/** The key of the persons in the reports of a year: nobody is followed from one year to the next. */
export const reportsKey = (secret: string, year: string): Buffer =>
  createHmac('sha256', secret).update(`reports ${year}`).digest();
