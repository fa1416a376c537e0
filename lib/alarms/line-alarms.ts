import { type Alarm, AlarmRule, AlarmState, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Administration } from '../../domain/administration/administration.ts';
import type { CallFlows, Hooks } from '../call-flows.ts';
import { alarmOfPasses, alarmsOfQueue } from './callback-alarms.ts';
import { alarmDescription, alarmName, tell, type Watch } from './caller-alarm.ts';
import { alarmOfEntry, alarmOfNumber, alarmsOfFlows, alarmsOfQuotas } from './connect-alarms.ts';
import { alarmOfConcurrency, alarmOfFailedEvents, alarmsOfHooks } from './function-alarms.ts';
import { alarmsOfReports } from './report-alarms.ts';
import { alarmOfSms } from './sms-alarm.ts';

interface LineAlarmsProps {
  administration: Administration;
  instanceId: string;
  flows: CallFlows;
  hooks: Hooks;
  dispatcher: Function;
  deadLetters: IQueue;
  /** Whoever is subscribed hears of every alarm. */
  topic: ITopic;
}

const raised = (alarm: Alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM);

/** Every alarm of a line, each named for what callers suffer; docs/runbook.md has a section for each. */
export class LineAlarms extends Construct {
  /** In the order in which the wall shows them. */
  readonly all: readonly (Alarm | CompositeAlarm)[];

  constructor(scope: Construct, id: string, props: LineAlarmsProps) {
    super(scope, id);
    const { administration, instanceId, flows, hooks, dispatcher, deadLetters, topic } = props;
    const watch: Watch = { scope: this, line: administration.id, topic };
    const unstaffed = Object.keys(administration.queues).map((queue) => alarmsOfQueue(watch, queue));
    alarmOfPasses(watch, dispatcher);
    const number = alarmOfNumber(watch, instanceId);
    const entry = alarmOfEntry(watch, instanceId);
    alarmsOfFlows(watch, { instanceId, languages: administration.languages, has: (flow) => flows.has(flow) });
    alarmsOfQuotas(watch, instanceId);
    alarmsOfHooks(watch, hooks);
    alarmOfConcurrency(watch);
    alarmOfFailedEvents(watch, deadLetters);
    alarmOfSms(watch);
    alarmsOfReports(watch);
    const down = this.#lineDown(watch, { number, entry, unstaffed });
    const alarms = this.node.children.filter((child) => child !== down) as Alarm[];
    this.all = [down, ...alarms];
  }

  /**
   * Nobody can be served: calls reach no flow, or are cut off by the first one, or no queue has anybody to serve it. Quotas and failing functions
   * are no part of it: beside those who suffer from them, others are served.
   */
  #lineDown(
    { line, topic }: Watch,
    { number, entry, unstaffed }: { number: Alarm; entry: Alarm; unstaffed: Alarm[] },
  ): CompositeAlarm {
    const described = { name: 'LineDown', suffers: 'Nobody who rings can be served.' };
    const alarm = new CompositeAlarm(this, described.name, {
      compositeAlarmName: alarmName(line, described),
      alarmDescription: alarmDescription(described),
      alarmRule: AlarmRule.anyOf(raised(number), raised(entry), AlarmRule.allOf(...unstaffed.map(raised))),
    });
    tell(alarm, topic);
    return alarm;
  }
}
