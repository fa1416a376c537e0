import { z } from 'zod';
import { deliveryStream } from './delivery-stream-properties.ts';

/**
 * Of each type of resource, the properties that the local contact centre uses, as the template has them once its functions are
 * resolved. What else a resource has is not looked at: that a property is not played is said where it is read.
 */
const timeOfDay = z.object({ Hours: z.int(), Minutes: z.int() });
const slice = z.object({ Day: z.string(), StartTime: timeOfDay, EndTime: timeOfDay });
const recurrencePattern = z.object({
  Frequency: z.string(),
  Interval: z.int().optional(),
  ByMonth: z.array(z.int()).optional(),
  ByMonthDay: z.array(z.int()).optional(),
});
const override = z.object({
  OverrideName: z.string(),
  EffectiveFrom: z.string(),
  EffectiveTill: z.string(),
  OverrideType: z.string().optional(),
  OverrideConfig: z.array(slice).optional(),
  RecurrenceConfig: z.object({ RecurrencePattern: recurrencePattern }).optional(),
});
const ruleTarget = z.object({
  Id: z.string(),
  Arn: z.string(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z.unknown().optional(),
});
const dimensions = z.array(z.object({ Name: z.string(), Value: z.string() }));
const metric = z.object({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions.optional() });
const metricQuery = z.object({
  Id: z.string(),
  Expression: z.string().optional(),
  MetricStat: z.object({ Metric: metric, Period: z.int(), Stat: z.string() }).optional(),
  ReturnData: z.boolean().optional(),
});

export const resourceProperties = {
  'AWS::CloudWatch::Alarm': z.object({
    AlarmDescription: z.string().optional(),
    Namespace: z.string().optional(),
    MetricName: z.string().optional(),
    Dimensions: dimensions.optional(),
    Statistic: z.string().optional(),
    Period: z.int().optional(),
    Metrics: z.array(metricQuery).optional(),
    ComparisonOperator: z.string(),
    Threshold: z.number().optional(),
    EvaluationPeriods: z.int(),
    DatapointsToAlarm: z.int().optional(),
    TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).optional(),
  }),
  'AWS::CloudWatch::CompositeAlarm': z.object({ AlarmRule: z.string(), AlarmDescription: z.string().optional() }),
  'AWS::Connect::ContactFlow': z.object({ Name: z.string(), Type: z.string(), Content: z.string() }),
  'AWS::Connect::ContactFlowModule': z.object({ Name: z.string(), Content: z.string() }),
  'AWS::Connect::Queue': z.object({
    Name: z.string(),
    HoursOfOperationArn: z.string(),
    MaxContacts: z.int().optional(),
    OutboundCallerConfig: z.object({ OutboundFlowArn: z.string().optional() }).optional(),
  }),
  'AWS::Connect::QuickConnect': z.object({
    Name: z.string(),
    QuickConnectConfig: z.object({
      QuickConnectType: z.string(),
      QueueConfig: z.object({ QueueArn: z.string(), ContactFlowArn: z.string() }).optional(),
    }),
  }),
  'AWS::Connect::HoursOfOperation': z.object({
    Name: z.string(),
    TimeZone: z.string(),
    Config: z.array(slice),
    HoursOfOperationOverrides: z.array(override).optional(),
  }),
  'AWS::Lambda::Function': z.object({
    Code: z.object({ S3Key: z.string().optional() }),
    Handler: z.string(),
    Timeout: z.int().optional(),
    Environment: z.object({ Variables: z.record(z.string(), z.string()).optional() }).optional(),
  }),
  'AWS::DynamoDB::Table': z.object({
    KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
    TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  }),
  'AWS::Events::Rule': z.object({
    State: z.string().optional(),
    EventBusName: z.string().optional(),
    ScheduleExpression: z.string().optional(),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    Targets: z.array(ruleTarget).optional(),
  }),
  'AWS::Scheduler::Schedule': z.object({
    State: z.string().optional(),
    ScheduleExpression: z.string(),
    ScheduleExpressionTimezone: z.string().optional(),
    Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
  }),
  'AWS::S3::Bucket': z.object({ NotificationConfiguration: z.undefined().optional() }),
  'AWS::KinesisFirehose::DeliveryStream': deliveryStream,
  'AWS::Connect::InstanceStorageConfig': z.object({
    ResourceType: z.string(),
    StorageType: z.string(),
    KinesisFirehoseConfig: z.object({ FirehoseArn: z.string() }).optional(),
  }),
  'AWS::SMSVOICE::SenderId': z.object({ SenderId: z.string(), IsoCountryCode: z.string() }),
  'AWS::SMSVOICE::ProtectConfiguration': z.object({
    CountryRuleSet: z
      .object({ SMS: z.array(z.object({ CountryCode: z.string(), ProtectStatus: z.string() })).optional() })
      .optional(),
  }),
};

export type ReadType = keyof typeof resourceProperties;
export type PropertiesOf<Type extends ReadType> = z.output<(typeof resourceProperties)[Type]>;
