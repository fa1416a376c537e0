import type { CompiledTable } from '../compiled-rows.ts';
import { bucketSeconds } from '../distribution.ts';

/** `name` of an output column, and what it is; a column of the table keeps its name. */
export const columnList = (columns: readonly (readonly [name: string, sql: string])[]): string =>
  columns.map(([name, sql]) => `  ${sql === name ? name : `${sql} as ${name}`}`).join(',\n');

/** A table, narrowed to the days that are asked for: the partitions that are read. */
export const ofDays = (table: CompiledTable): string => `{${table}}\nwhere day between ? and ?`;

/** One whole number over another: without the cast both engines would divide in their own way. Null where there is nothing to divide by. */
export const quotient = (over: string, under: string): string => `cast(${over} as double) / nullif(${under}, 0)`;

/** The ten seconds up to which a wait lasted. */
export const bucketSql = `cast(ceil(cast(voice_seconds as double) / ${bucketSeconds}) * ${bucketSeconds} as bigint)`;
