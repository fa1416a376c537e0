import { countKeys, otherKeys, ratioKeys, type MetricKey, type Report } from './report-contract.ts';
import { csv } from './csv.ts';

type Titles = Readonly<Record<MetricKey, string>>;

/** Every metric of a report, one a line: key, what it is called in French and in English, value, and the value in each queue. */
export function reportCsv({ from, to, metrics, byQueue }: Report, titles: { fr: Titles; en: Titles }): string {
  const queues = Object.entries(byQueue);
  const heading = ['key', 'title_fr', 'title_en', 'from', 'to', 'value', ...queues.map(([queue]) => `value_${queue}`)];
  const keys: readonly MetricKey[] = [...countKeys, ...ratioKeys, ...otherKeys];
  const lines = keys.map((key) => [
    key,
    titles.fr[key],
    titles.en[key],
    from,
    to,
    metrics[key],
    ...queues.map(([, ofQueue]) => ofQueue[key]),
  ]);
  return csv([heading, ...lines]);
}
