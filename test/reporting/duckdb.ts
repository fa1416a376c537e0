import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { columns, type ColumnType } from '../../domain/reporting/columns.ts';
import { compiledKey, type CompiledRows, type CompiledTable } from '../../domain/reporting/compiled-rows.ts';

const tables = Object.keys(columns) as CompiledTable[];
const duckDbTypes: Record<ColumnType, string> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
};

/** Compiled days as they lie in the bucket: gzipped JSON lines in a folder for each day. */
export function writeCompiled(folder: string, days: Readonly<Record<string, CompiledRows>>): void {
  for (const [day, rows] of Object.entries(days)) {
    for (const table of tables) {
      const file = join(folder, compiledKey(table, day));
      mkdirSync(dirname(file), { recursive: true });
      const lines = rows[table].map((row) => `${JSON.stringify(row)}\n`).join('');
      writeFileSync(file, gzipSync(lines));
    }
  }
}

/** The tables over such a folder, with the columns that Athena's have, and the day as a partition. */
export async function openCompiled(folder: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const table of tables) {
    const struct = columns[table].map(({ name, type }) => `'${name}': '${duckDbTypes[type]}'`).join(', ');
    const files = join(folder, 'compiled', table, 'day=*', '*.json.gz');
    await connection.run(
      `create table ${table} as select * from read_json('${files}', format = 'newline_delimited', columns = {${struct}},
       hive_partitioning = true, hive_types = {'day': VARCHAR})`,
    );
  }
  return connection;
}

export type SqlRow = Readonly<Record<string, number | string | null>>;

/** A named query over days, as it stands but for the names of the tables. */
export async function ask(connection: DuckDBConnection, sql: string, from: string, to: string): Promise<SqlRow[]> {
  const text = sql.replaceAll(/\{(\w+)\}/gu, '$1');
  const asked = text.split('?').length - 1;
  const days = Array.from({ length: asked }, (_, index) => (index % 2 === 0 ? from : to));
  const answer = await connection.runAndReadAll(text, days);
  const names = answer.columnNames();
  return answer.getRows().map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? '', readValue(value)])));
}

function readValue(value: unknown): number | string | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new Error(`a value of the type ${typeof value} in an answer`);
}
