import { parseArgs } from 'node:util';
import type { Administration } from '../../domain/administration/administration.ts';
import { copyLedger, type Compared, type Writing } from '../restore/copy-ledger.ts';
import { UsageFault } from './call-options.ts';
import { administrationNamed, statusOf, unlessFault } from './line-change.ts';

const usage =
  'npm run restore-ledger -- <administration> --from <restored table> --to <table of the stack> [--write missing|all]';

/**
 * `npm run restore-ledger`: compares a table that was restored with the ledger of a line, and puts back what is missing, or all. Prints
 * numbers of items only. Status 0: done; 1: AWS refused; 2: the command line was wrong.
 */
export const run = (parameters: string[]): Promise<number> =>
  statusOf(async () => {
    const { line, from, to, writing } = readAsked(parameters);
    const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    const client = new DynamoDBClient({ region: line.region, maxAttempts: 8 });
    const tables = [from, to].map((tableName) => ({ client, tableName })) as [Table, Table];
    console.log(told(line, await unlessFault(copyLedger(...tables, writing)), writing));
    return 0;
  });
type Table = Parameters<typeof copyLedger>[0];

function told({ id }: Administration, { inBackup, missing, different, written }: Compared, writing: Writing): string {
  const compared = `${id}: of ${inBackup} items restored, ${missing} are missing in the ledger, ${different} have other values there`;
  return writing === 'nothing' ? `${compared}; nothing was written` : `${compared}; ${written} were written`;
}

function readAsked(parameters: string[]): { line: Administration; from: string; to: string; writing: Writing } {
  const { values, positionals } = parse(parameters);
  const { from, to, write } = values;
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0 || from === undefined || to === undefined) throw new UsageFault(usage);
  if (from === to) throw new UsageFault(`--from and --to are the same table\n${usage}`);
  if (write !== 'nothing' && write !== 'missing' && write !== 'all')
    throw new UsageFault(`--write "${write}"\n${usage}`);
  return { line: administrationNamed(id), from, to, writing: write };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' }, write: { type: 'string', default: 'nothing' } },
    });
  } catch (fault) {
    throw new UsageFault(`${usage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
