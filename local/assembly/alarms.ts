import type { AlarmQuery, CompositeAlarm, DeployedAlarms, MetricAlarm } from '../alarms/alarm-definition.ts';
import { readAlarmRule } from '../alarms/alarm-rule.ts';
import { readExpression } from '../alarms/metric-math.ts';
import { type MetricId, type Statistic, statistics } from '../metrics/metric-store.ts';
import type { PropertiesOf } from './resource-properties.ts';
import type { StackResources } from './stack-resources.ts';

type AlarmProperties = PropertiesOf<'AWS::CloudWatch::Alarm'>;

/** @throws Error naming the alarm, and what of it is not played */
export function readAlarms(resources: StackResources): DeployedAlarms {
  return {
    metric: resources.ofType('AWS::CloudWatch::Alarm').map((id) => readMetricAlarm(resources, id)),
    composite: resources.ofType('AWS::CloudWatch::CompositeAlarm').map((id) => readCompositeAlarm(resources, id)),
  };
}

function readCompositeAlarm(resources: StackResources, logicalId: string): CompositeAlarm {
  const { AlarmRule, AlarmDescription = '' } = resources.read('AWS::CloudWatch::CompositeAlarm', logicalId);
  return { ...identity(resources, logicalId), description: AlarmDescription, rule: readAlarmRule(AlarmRule) };
}

function readMetricAlarm(resources: StackResources, logicalId: string): MetricAlarm {
  const properties = resources.read('AWS::CloudWatch::Alarm', logicalId);
  const { EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods, AlarmDescription = '' } = properties;
  const named = identity(resources, logicalId);
  return {
    ...named,
    description: AlarmDescription,
    ...(properties.Metrics ? readQueries(named.name, properties.Metrics) : singleMetric(named.name, properties)),
    evaluationPeriods: EvaluationPeriods,
    datapointsToAlarm: DatapointsToAlarm,
    breaches: comparison(named.name, properties),
    missing: properties.TreatMissingData ?? 'missing',
  };
}

function identity(resources: StackResources, logicalId: string): { name: string; arn: string } {
  return { name: resources.ref(logicalId), arn: resources.attribute(logicalId, 'Arn') };
}

type Queries = Pick<MetricAlarm, 'queries' | 'compared' | 'periodSeconds'>;

function singleMetric(
  alarm: string,
  { Namespace, MetricName, Dimensions, Statistic, Period }: AlarmProperties,
): Queries {
  const metric = metricId({ Namespace, MetricName, Dimensions });
  const query = { metric, statistic: statisticOf(alarm, Statistic) };
  return { queries: new Map([['metric', query]]), compared: 'metric', periodSeconds: wholeMinutes(alarm, Period) };
}

function readQueries(alarm: string, metrics: NonNullable<AlarmProperties['Metrics']>): Queries {
  const compared = metrics.filter(({ ReturnData }) => ReturnData !== false);
  const periods = new Set(metrics.flatMap(({ MetricStat }) => MetricStat?.Period ?? []));
  const [only] = compared;
  if (only === undefined || compared.length > 1)
    throw new Error(`alarm ${alarm}: exactly one metric is to be compared`);
  if (periods.size !== 1) throw new Error(`alarm ${alarm}: its metrics have different periods`);
  return {
    queries: new Map(metrics.map((metric) => [metric.Id, readQuery(alarm, metric)])),
    compared: only.Id,
    periodSeconds: wholeMinutes(alarm, [...periods][0]),
  };
}

function readQuery(alarm: string, metric: NonNullable<AlarmProperties['Metrics']>[number]): AlarmQuery {
  const { Expression, MetricStat } = metric;
  if (Expression !== undefined) return { expression: readExpression(Expression) };
  if (MetricStat === undefined) throw new Error(`alarm ${alarm}: ${metric.Id} is neither a metric nor an expression`);
  return { metric: metricId(MetricStat.Metric), statistic: statisticOf(alarm, MetricStat.Stat) };
}

function metricId(metric: Pick<AlarmProperties, 'Namespace' | 'MetricName' | 'Dimensions'>): MetricId {
  const { Namespace = '', MetricName = '', Dimensions = [] } = metric;
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
  return { namespace: Namespace, name: MetricName, dimensions };
}

function statisticOf(alarm: string, named: string | undefined): Statistic {
  const statistic = statistics.find((each) => each === named);
  if (statistic === undefined) throw new Error(`alarm ${alarm}: the statistic ${named} is not played locally`);
  return statistic;
}

function wholeMinutes(alarm: string, periodSeconds: number | undefined): number {
  if (periodSeconds !== undefined && periodSeconds > 0 && periodSeconds % 60 === 0) return periodSeconds;
  throw new Error(`alarm ${alarm}: a period of ${periodSeconds} s is not played locally, only whole minutes`);
}

const comparisons: Record<string, (value: number, threshold: number) => boolean> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
};

function comparison(alarm: string, { ComparisonOperator, Threshold }: AlarmProperties): MetricAlarm['breaches'] {
  const compare = comparisons[ComparisonOperator];
  if (compare === undefined || Threshold === undefined) {
    throw new Error(`alarm ${alarm}: the comparison ${ComparisonOperator} is not played locally`);
  }
  return (value) => compare(value, Threshold);
}
