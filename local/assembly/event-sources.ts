import type { Deployment } from '../deployment.ts';
import { readCron } from './cron.ts';
import type { PropertiesOf } from './resource-properties.ts';

type Schedule = Deployment['schedules'][number];
type EventRule = Deployment['eventRules'][number];

type RuleProperties = PropertiesOf<'AWS::Events::Rule'>;
type RuleTarget = NonNullable<RuleProperties['Targets']>[number];
type ScheduleProperties = PropertiesOf<'AWS::Scheduler::Schedule'>;

const secondsPerUnit: Record<string, number> = { minute: 60, hour: 3600, day: 86_400 };

/** `AWS::Events::Rule`. @throws Error naming what is not played */
export function readRule(name: string, properties: RuleProperties): { schedules: Schedule[]; eventRules: EventRule[] } {
  const { State = 'ENABLED', EventBusName = 'default', ScheduleExpression, EventPattern, Targets = [] } = properties;
  if (State === 'DISABLED') return { schedules: [], eventRules: [] };
  if (EventBusName !== 'default') throw new Error(`rule ${name}: the bus ${EventBusName} is not played locally`);
  for (const target of Targets) refuseTransformations(name, target);
  const schedules = ScheduleExpression
    ? Targets.map((target) => ({
        name,
        runs: readExpression(name, ScheduleExpression, 'UTC'),
        functionArn: target.Arn,
        input: target.Input === undefined ? scheduledEvent : (JSON.parse(target.Input) as unknown),
      }))
    : [];
  if (!EventPattern) return { schedules, eventRules: [] };
  const withInput = Targets.find((target) => target.Input !== undefined);
  if (withInput) throw new Error(`rule ${name}: Input of the target ${withInput.Id} is not played locally`);
  const arns = Targets.map(({ Arn }) => Arn);
  const streamArns = arns.filter((arn) => isStream(arn));
  const functionArns = arns.filter((arn) => !isStream(arn));
  return { schedules, eventRules: [{ name, pattern: EventPattern, functionArns, streamArns }] };
}

const isStream = (arn: string): boolean => arn.startsWith('arn:aws:firehose:');

/** `AWS::Scheduler::Schedule`. @throws Error naming what is not played */
export function readSchedule(name: string, properties: ScheduleProperties): Schedule[] {
  const { State, ScheduleExpression, ScheduleExpressionTimezone = 'UTC', Target } = properties;
  if (State === 'DISABLED') return [];
  const [attribute] = /<aws\.scheduler\.[\w-]+>/.exec(Target.Input ?? '') ?? [];
  if (attribute !== undefined) throw new Error(`schedule ${name}: ${attribute} is not played locally`);
  const input: unknown = Target.Input === undefined ? {} : JSON.parse(Target.Input);
  const runs = readExpression(name, ScheduleExpression, ScheduleExpressionTimezone);
  return [{ name, runs, functionArn: Target.Arn, input }];
}

/** What EventBridge sends where a schedule names no input; `time` and `id` are added at each run. */
const scheduledEvent = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };

function refuseTransformations(name: string, target: RuleTarget): void {
  const refused = (['InputPath', 'InputTransformer'] as const).find((key) => target[key] !== undefined);
  if (refused) throw new Error(`rule ${name}: ${refused} of the target ${target.Id} is not played locally`);
}

function readExpression(name: string, expression: string, timeZone: string): Schedule['runs'] {
  const [, fields] = /^cron\((.+)\)$/.exec(expression) ?? [];
  if (fields !== undefined) return { cron: readCron(name, fields), timeZone };
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const everySeconds = Number(count) * (secondsPerUnit[unit ?? ''] ?? Number.NaN);
  if (everySeconds > 0) return { everySeconds };
  throw new Error(`schedule ${name}: ${expression} is not played locally, only rate(…) and cron(…)`);
}
