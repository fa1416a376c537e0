import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { callbackMetrics } from '../domain/callback/contract.ts';
import { reportingMetrics } from '../domain/reporting/contract.ts';
import { smsMetrics } from '../domain/sms/contract.ts';
import { ownMetric } from './alarms/caller-alarm.ts';
import { connectMetric } from './alarms/connect-alarms.ts';
import type { LineAlarms } from './alarms/line-alarms.ts';

const third = 8;
const whole = 24;
const period = Duration.minutes(5);

interface WallDashboardProps {
  administration: Administration;
  instanceId: string;
  alarms: LineAlarms;
}

/**
 * The supervisor's wall, on CloudWatch: who waits, what was promised, what was kept, who serves; then what is broken. Read by people of the
 * administration, so in French. CloudWatch has no metric of agents: ours are those that the dispatcher has seen.
 */
export class WallDashboard extends Construct {
  constructor(scope: Construct, id: string, { administration, instanceId, alarms }: WallDashboardProps) {
    super(scope, id);
    const { id: line, name, queues } = administration;
    const ids = Object.keys(queues);
    const ofQueues = (make: (queue: string) => IMetric): IMetric[] => ids.map((queue) => make(queue));
    const own = (metric: string, label: string, statistic = 'Sum') =>
      ofQueues((queue) =>
        ownMetric(metric, { administration: line, queue }, period, statistic).with({ label: `${label}, ${queue}` }),
      );
    const ofLine = (metric: string, label: string): IMetric =>
      ownMetric(metric, { administration: line }, period).with({ label });
    const connect = (metric: string, statistic: 'Sum' | 'Maximum', label: string): IMetric =>
      connectMetric(instanceId, metric, 'calls', { statistic, period }).with({ label });
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `Rappel-${line}`,
      defaultInterval: Duration.hours(12),
    });
    const waiting = (metric: string): IMetric[] =>
      ofQueues((queue) =>
        connectMetric(instanceId, metric, { queue }, { statistic: 'Maximum', period }).with({ label: queue }),
      );
    dashboard.addWidgets(heading(`${name} : qui attend, ce qui a été promis, ce qui a été tenu, qui répond`));
    dashboard.addWidgets(
      graph('Personnes en attente', waiting('QueueSize')),
      graph('La plus longue attente, en secondes', waiting('LongestQueueWaitTime')),
      graph('Appels en cours', [connect('ConcurrentCalls', 'Maximum', 'appels en cours')]),
    );
    dashboard.addWidgets(
      graph('Rappels promis pour l’heure en cours', own(callbackMetrics.underWay, 'promis', 'Maximum')),
      graph('Rappels lancés', own(callbackMetrics.dialled, 'lancés')),
      graph('Promesses non tenues et places reportées', [
        ...own(callbackMetrics.notDialled, 'non tenues'),
        ...own(callbackMetrics.placesCarriedOver, 'reportées'),
      ]),
    );
    dashboard.addWidgets(
      graph('Agents présents', own(callbackMetrics.agentsStaffed, 'présents', 'Minimum')),
      graph('Agents libres', own(callbackMetrics.agentsFree, 'libres', 'Minimum')),
      graph('Appels que les agents ont laissé sonner', [connect('MissedCalls', 'Sum', 'appels manqués')]),
    );
    dashboard.addWidgets(
      graph('SMS', [
        ofLine(smsMetrics.delivered, 'arrivés'),
        ofLine(smsMetrics.undelivered, 'non arrivés'),
        ofLine(smsMetrics.refused, 'refusés'),
      ]),
      graph('Questionnaire', [
        ofLine(reportingMetrics.served, 'personnes servies'),
        ofLine(reportingMetrics.surveysOffered, 'personnes interrogées'),
      ]),
      graph('Fonctions en erreur (tout le compte)', [
        new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', statistic: 'Sum', period, label: 'erreurs' }),
      ]),
    );
    dashboard.addWidgets(heading('Ce qui ne va pas : chaque alarme a sa section dans docs/runbook.md'));
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarmes', alarms: [...alarms.all], width: whole, height: 6 }));
  }
}

const heading = (markdown: string): IWidget => new TextWidget({ markdown: `## ${markdown}`, width: whole, height: 1 });

const graph = (title: string, left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: third, height: 6, leftYAxis: { min: 0, showUnits: false } });
