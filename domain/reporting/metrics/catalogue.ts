import type { MetricKey } from '../report-contract.ts';
import { announcements, callbacks, promises } from './callbacks.ts';
import { calls } from './calls.ts';
import type { MetricDefinition, MetricGroup } from './definition.ts';
import { persons } from './persons.ts';
import { numbers, sms, survey } from './sms-survey-numbers.ts';
import { waiting } from './waiting.ts';

export const metricGroups: readonly MetricGroup[] = [
  calls,
  waiting,
  persons,
  callbacks,
  promises,
  announcements,
  sms,
  survey,
  numbers,
] as readonly MetricGroup[];

/** Every metric of a report, in the order in which they are read. A key that is told nowhere does not compile. */
export const metrics: Readonly<Record<MetricKey, MetricDefinition>> = {
  ...calls.metrics,
  ...waiting.metrics,
  ...persons.metrics,
  ...callbacks.metrics,
  ...promises.metrics,
  ...announcements.metrics,
  ...sms.metrics,
  ...survey.metrics,
  ...numbers.metrics,
};
