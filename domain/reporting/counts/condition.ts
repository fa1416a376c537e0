/** What is counted, said twice: of a row here, and of the same row in SQL. Both are tested to agree. */
export interface Condition<Row> {
  is: (row: Row) => boolean;
  /** May stand beside others between `and`. Never null, so that `not` and `filter` mean the same as here. */
  sql: string;
}

export const all = <Row>(...conditions: readonly Condition<Row>[]): Condition<Row> => ({
  is: (row) => conditions.every(({ is }) => is(row)),
  sql: conditions.map(({ sql }) => sql).join(' and '),
});

/** Of a word of a table's column. */
export const says = <Row, Name extends keyof Row & string>(
  column: Name,
  ...words: readonly (Row[Name] & string)[]
): Condition<Row> => ({
  is: (row) => words.some((word) => row[column] === word),
  sql:
    words.length === 1
      ? `coalesce(${column}, '') = '${words[0]}'`
      : `coalesce(${column}, '') in (${words.map((word) => `'${word}'`).join(', ')})`,
});

/** One number of a table: how many rows are so, or the sum of a column over them. */
export interface Count<Row> {
  /** What a row adds. */
  of: (row: Row) => number;
  sql: string;
  /** Parts of one whole, in which the column is counted to sum without error. */
  parts: number;
}

export const rows = <Row>({ is, sql }: Condition<Row>): Count<Row> => ({
  of: (row) => (is(row) ? 1 : 0),
  sql: `count(*) filter (where ${sql})`,
  parts: 1,
});

type NumberColumn<Row> = { [Name in keyof Row]: Row[Name] extends number | null ? Name : never }[keyof Row] & string;

/** Where the column is null, nothing is added. */
export const sum = <Row>(column: NumberColumn<Row>, { is, sql }: Condition<Row>): Count<Row> => ({
  of: (row) => (is(row) ? ((row[column] as number | null) ?? 0) : 0),
  sql: `coalesce(sum(${column}) filter (where ${sql}), 0)`,
  parts: 1,
});

const millionths = 1_000_000;

/** Of an amount of money, in millionths: the sum of many fractions would depend on their order. */
export const amount = <Row>(column: NumberColumn<Row>, { is, sql }: Condition<Row>): Count<Row> => ({
  of: (row) => (is(row) ? Math.round(((row[column] as number | null) ?? 0) * millionths) : 0),
  sql: `cast(coalesce(sum(cast(round(${column} * ${millionths}) as bigint)) filter (where ${sql}), 0) as double) / ${millionths}`,
  parts: millionths,
});
