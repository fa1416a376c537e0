import type { Deployment } from '../deployment.ts';
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
        everySeconds: rateSeconds(name, ScheduleExpression),
        functionArn: target.Arn,
        input: target.Input === undefined ? scheduledEvent : (JSON.parse(target.Input) as unknown),
      }))
    : [];
  if (!EventPattern) return { schedules, eventRules: [] };
  const withInput = Targets.find((target) => target.Input !== undefined);
  if (withInput) throw new Error(`rule ${name}: Input of the target ${withInput.Id} is not played locally`);
  return { schedules, eventRules: [{ name, pattern: EventPattern, functionArns: Targets.map(({ Arn }) => Arn) }] };
}

/** `AWS::Scheduler::Schedule`. @throws Error naming what is not played */
export function readSchedule(name: string, { State, ScheduleExpression, Target }: ScheduleProperties): Schedule[] {
  if (State === 'DISABLED') return [];
  const input: unknown = Target.Input === undefined ? {} : JSON.parse(Target.Input);
  return [{ name, everySeconds: rateSeconds(name, ScheduleExpression), functionArn: Target.Arn, input }];
}

/** What EventBridge sends where a schedule names no input; `time` and `id` are added at each run. */
const scheduledEvent = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };

function refuseTransformations(name: string, target: RuleTarget): void {
  const refused = (['InputPath', 'InputTransformer'] as const).find((key) => target[key] !== undefined);
  if (refused) throw new Error(`rule ${name}: ${refused} of the target ${target.Id} is not played locally`);
}

function rateSeconds(name: string, expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const seconds = Number(count) * (secondsPerUnit[unit ?? ''] ?? Number.NaN);
  if (!(seconds > 0)) throw new Error(`schedule ${name}: ${expression} is not played locally, only rate(…)`);
  return seconds;
}
