import type { MetricKey } from '../report-contract.ts';

/** How a metric is made, for who checks a report; its title, and what it means in a line, are in `phrases`. */
export interface MetricDefinition {
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

export const metric = (formula: string, more: Pick<MetricDefinition, 'official' | 'trap'> = {}): MetricDefinition => ({
  formula,
  ...more,
});
