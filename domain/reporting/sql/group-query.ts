import { type CompiledTable } from '../compiled-rows.ts';
import { type CountKey, countKeys, fewestAnswers, type MetricKey, type RatioKey } from '../report-contract.ts';
import { voicedCall } from '../counts/of-calls.ts';
import { countCatalogue, tableOf } from '../counts.ts';
import { quantileCatalogue } from '../distribution.ts';
import type { MetricGroup } from '../metrics/definition.ts';
import type { NamedQuery } from '../queries.ts';
import { intervalCatalogue, type IntervalKey, ratioCatalogue, zNinetyFivePercent } from '../ratios.ts';
import { bucketSql, columnList, ofDays, quotient } from './wording.ts';

/** The metrics of a group in one row: its counts first, then what is drawn from them. */
export function groupQuery({ name, title, metrics }: MetricGroup): NamedQuery {
  const columns = (Object.keys(metrics) as MetricKey[]).flatMap((key) => columnOf(key) ?? []);
  const counts = [...new Set(columns.flatMap(({ counts: needed }) => needed))];
  const tables = [...new Set(counts.map(tableOf))];
  const parts = tables.map((table) =>
    countedPart(
      table,
      counts.filter((key) => tableOf(key) === table),
    ),
  );
  const selected = columnList(columns.map(({ key, sql }) => [key, sql]));
  return {
    name,
    description: `${title}: ${columns.map(({ key }) => `\`${key}\``).join(', ')}.`,
    sql: `with ${parts.join(',\n')}\nselect\n${selected}\nfrom ${tables.map(partName).join(' cross join ')}`,
  };
}

const partName = (table: CompiledTable): string => `of_${table}`;

function countedPart(table: CompiledTable, keys: readonly CountKey[]): string {
  const catalogue: Readonly<Record<string, { sql: string }>> = countCatalogue[table];
  const columns = columnList(keys.map((key) => [key, catalogue[key]?.sql ?? '']));
  return `${partName(table)} as (\nselect\n${columns}\nfrom ${ofDays(table)}\n)`;
}

interface MetricColumn {
  key: MetricKey;
  sql: string;
  counts: readonly CountKey[];
}

/** Undefined for what is told by a query of its own. */
function columnOf(key: MetricKey): MetricColumn | undefined {
  if (isCount(key)) return { key, sql: key, counts: [key] };
  if (isRatio(key)) return ratioColumn(key);
  return isInterval(key) ? intervalColumn(key) : undefined;
}

const isCount = (key: MetricKey): key is CountKey => countKeys.some((count) => count === key);
const isRatio = (key: MetricKey): key is RatioKey => Object.hasOwn(ratioCatalogue, key);
const isInterval = (key: MetricKey): key is IntervalKey => Object.hasOwn(intervalCatalogue, key);

function ratioColumn(key: RatioKey): MetricColumn {
  const { over, under, isScore } = ratioCatalogue[key];
  const divided = quotient(over.join(' + '), under.join(' + '));
  const whole = under.join(' + ');
  return {
    key,
    sql: isScore ? `case when ${whole} >= ${fewestAnswers} then ${divided} end` : divided,
    counts: [...over, ...under],
  };
}

/** Wilson's formula, with z written as a double in both engines. */
function intervalColumn(key: IntervalKey): MetricColumn {
  const { bound, over, under } = intervalCatalogue[key];
  const z = `${zNinetyFivePercent}E0`;
  const share = `(${quotient(over, under)})`;
  const half = `cast(${z} * ${z} as double) / (2 * ${under})`;
  const spread = `cast(${share} * (1 - ${share}) as double) / ${under} + cast(${z} * ${z} as double) / (4 * ${under} * ${under})`;
  const sign = bound === 'low' ? '-' : '+';
  const scale = `(1 + cast(${z} * ${z} as double) / ${under})`;
  const value = `cast(${share} + ${half} ${sign} ${z} * sqrt(${spread}) as double) / ${scale}`;
  return { key, sql: `case when ${under} >= ${fewestAnswers} then ${value} end`, counts: [over, under] };
}

export const personsSql = `select
  case when count(distinct split_part(person, '-', 1)) < 2 then count(distinct person) end as persons
from ${ofDays('persons')}`;

/** Nearest rank, in whole numbers. */
export const quantilesSql = `with waits as (
select
  ${bucketSql} as seconds,
  count(*) as waiting
from ${ofDays('calls')}
  and ${voicedCall.sql}
group by ${bucketSql}
),
ranked as (
select
  seconds,
  sum(waiting) over (order by seconds) as up_to,
  sum(waiting) over () as everybody
from waits
)
select
${columnList(
  Object.entries(quantileCatalogue).map(([key, { over, under }]) => [
    key,
    `min(seconds) filter (where up_to * ${under} >= everybody * ${over})`,
  ]),
)}
from ranked`;
