import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { tuesdayMorning } from './fixtures.ts';
import { startLedger } from './local-ledger.ts';
import { importFunctions, openPromiseLine, type PromiseFunctions } from './promise-line.ts';

/**
 * For a test file about promises: one ledger, any number of lines on it, and a present that each test begins at and sets.
 * @param beginsAt `24T09:05`: day and UTC time of November 2026
 */
export function promiseDesk(beginsAt: string) {
  let now = tuesdayMorning;
  let database: LocalDynamoDb;
  let functions: PromiseFunctions;
  const at = (time: string): void => {
    now = new Date(`2026-11-${time}:00.000Z`);
  };
  beforeAll(async () => {
    database = await startLedger(() => now);
    functions = await importFunctions();
  });
  beforeEach(() => at(beginsAt));
  afterAll(() => database.stop());
  return {
    at,
    get now() {
      return now;
    },
    openLine: (callback?: Parameters<typeof openPromiseLine>[2]) => openPromiseLine(functions, () => now, callback),
  };
}
