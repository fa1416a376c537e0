import type { MetricKey } from '../contract.ts';

/** What a metric is, for who reads a report. */
export interface MetricDefinition {
  /** As a heading: of a report, of a line of its CSV. */
  title: { fr: string; en: string };
  /** In words; keys of other metrics stand in backquotes. */
  formula: string;
  /** How others call the same thing, and where from. */
  official?: string;
  /** How it misleads who reads it alone. */
  trap?: string;
}

/** Metrics that are read together. */
export interface MetricGroup<Key extends MetricKey = MetricKey> {
  /** Letters only: the group's named query is called so. */
  name: string;
  title: string;
  introduction: string;
  metrics: Readonly<Record<Key, MetricDefinition>>;
}

/** So that the keys of a group are known, and each is one of the contract's. */
export const group = <Key extends MetricKey>(definition: MetricGroup<Key>): MetricGroup<Key> => definition;

export const metric = (
  fr: string,
  en: string,
  formula: string,
  more: Pick<MetricDefinition, 'official' | 'trap'> = {},
): MetricDefinition => ({ title: { fr, en }, formula, ...more });
