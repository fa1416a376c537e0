import { reportQueries } from '../queries.ts';
import type { MetricKey } from '../report-contract.ts';
import { reportPhrases } from '../phrases.ts';
import { metricGroups } from './catalogue.ts';
import type { MetricDefinition, MetricGroup } from './definition.ts';

const introduction = `# The metrics of a report

Written by \`npm run schema\` from the definitions that reports are made by. Every report has every key: of a day, of a range of days, and by queue. A count is
a number, 0 where there was nothing; a share, a mean or a quantile is \`null\` where there is nothing to divide by, or where fewer than 30 people answered. Shares run from 0 to 1.
What is counted of a range is the sum of its days, and its shares are drawn from the sums. By queue, what is counted of people and of SMS is \`null\`: they are of none.

**What a call is.** The contact with which it began, with those that continue it by transfer. A callback is a call of its own, also where Connect chains it to the one in which
it was asked for. A call is of the local day on which it began. Of records that come twice, the one updated last holds; of a transition of a booking, its revision; of
answers to one question, the first.

**When a telephone rings.** Who rings us hears it at the start of the contact, as does whoever we call at a booked hour. For a kept place Connect finds an agent first, and
rings then; the voice is heard once the person has picked up too.
`;

/** `docs/metrics.md`, as the text of its file. */
export function metricsPage(): string {
  return [introduction, ...metricGroups.map(groupSection), queriesSection()].join('\n');
}

function groupSection({ title, introduction: about, metrics }: MetricGroup): string {
  const entries = Object.entries(metrics) as [MetricKey, MetricDefinition][];
  return `## ${title}\n\n${about}\n\n${entries.map(entry).join('\n')}`;
}

const english = reportPhrases('en').titles;
const french = reportPhrases('fr').titles;

function entry([key, { formula, official, trap }]: [MetricKey, MetricDefinition]): string {
  const lines = [
    `**\`${key}\`** ${english[key]} (${french[key]})`,
    `- formula: ${formula}`,
    ...(official === undefined ? [] : [`- elsewhere: ${official}`]),
    ...(trap === undefined ? [] : [`- trap: ${trap}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function queriesSection(): string {
  const rows = reportQueries.map(({ name, description }) => `| \`${name}\` | ${description} |`);
  return `## The named queries

The same figures in SQL, over the compiled tables, in Athena or in DuckDB. Each \`?\` is a local day: the first and the last one, in turn.

| query | answers |
| --- | --- |
${rows.join('\n')}
`;
}
