import { callbackMetrics } from '../../domain/callback/contract.ts';
import { reportingMetrics } from '../../domain/reporting/contract.ts';
import { smsMetrics } from '../../domain/sms/contract.ts';
import type { MetricId } from '../../local/metrics/metric-store.ts';
import { administration, ofType, property, resourcesOf, synthesiseLine } from '../stack/synthesise-line.ts';
import { WatchedLine } from './watched-line.ts';

interface Widget {
  type: string;
  properties: { metrics?: unknown[][]; title?: string; alarms?: unknown[]; markdown?: string };
}

const resources = resourcesOf(synthesiseLine(administration('caf')));
const [[, dashboard] = []] = ofType(resources, 'AWS::CloudWatch::Dashboard');
if (dashboard === undefined) throw new Error('no dashboard');
const tokens: unknown[] = [];
/** The body is JSON in which CloudFormation fills ARNs and ids in: here, each by its number. */
const body = (property(dashboard, 'DashboardBody') as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1]
  .map((part) => (typeof part === 'string' ? part : `token ${tokens.push(part) - 1}`))
  .join('');
const { widgets } = JSON.parse(body) as { widgets: Widget[] };

/** `[namespace, name, dimension, value, …, rendering]`, where a dot stands for what is above it. */
function metricsOf({ properties: { metrics = [] } }: Widget): Pick<MetricId, 'namespace' | 'name' | 'dimensions'>[] {
  let above: unknown[] = [];
  return metrics.map((row) => {
    const whole = row.map((part, index) => (part === '.' ? above[index] : part));
    above = whole;
    const [namespace, name, ...rest] = whole.filter((part) => typeof part === 'string');
    const dimensions = Object.fromEntries(
      Array.from({ length: rest.length / 2 }, (_, index) => [rest[2 * index], rest[2 * index + 1]]),
    ) as Record<string, string>;
    return { namespace: namespace ?? '', name: name ?? '', dimensions };
  });
}
const shown = widgets.flatMap(metricsOf);

const nameOf = ({ namespace, name, dimensions }: MetricId): string =>
  `${namespace} ${name} ${Object.keys(dimensions).toSorted().join()} ${dimensions['QueueName'] ?? ''}`;

describe('the dashboard', () => {
  it('is laid out as the wall: who waits, what was promised and kept, who serves, then what is broken', () => {
    expect(widgets.map(({ type, properties: { title, markdown } }) => title ?? `${type} ${markdown}`)).toEqual([
      expect.stringContaining('qui attend, ce qui a été promis, ce qui a été tenu, qui répond'),
      'Personnes en attente',
      'La plus longue attente, en secondes',
      'Appels en cours',
      'Rappels promis pour l’heure en cours',
      'Rappels lancés',
      'Promesses non tenues et places reportées',
      'Agents présents',
      'Agents libres',
      'Appels que les agents ont laissé sonner',
      'SMS',
      'Questionnaire',
      'Fonctions en erreur (tout le compte)',
      expect.stringContaining('Ce qui ne va pas'),
      'Alarmes',
    ]);
  });

  it('shows every alarm', () => {
    const alarms = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
      ofType(resources, type).map(([id]) => ({ 'Fn::GetAtt': [id, 'Arn'] })),
    );
    const named = widgets.flatMap(({ properties: { alarms: arns = [] } }) => arns);
    const arns = named.map((arn) => tokens[Number(String(arn).replace('token ', ''))]);
    expect(arns).toHaveLength(alarms.length);
    expect(arns).toEqual(expect.arrayContaining(alarms));
  });

  it('has no metric of ours that no function prints, nor by other dimensions', () => {
    const ofQueue = new Set<string>(Object.values(callbackMetrics));
    const ofLine = new Set<string>([...Object.values(smsMetrics), ...Object.values(reportingMetrics)]);
    const own = shown.filter(({ namespace }) => namespace === 'Rappel');
    expect(own.length).toBeGreaterThan(8);
    for (const { name, dimensions } of own) {
      const queue = ofQueue.has(name) && { queue: 'allocations' };
      expect(ofQueue.has(name) || ofLine.has(name)).toBe(true);
      expect(dimensions).toEqual({ administration: 'caf', ...queue });
    }
  });

  it('has no metric of a service that the laptop does not count in a morning', async () => {
    const watched = await WatchedLine.at();
    try {
      const { line, clock } = watched;
      line.centre.logIn('Claire');
      watched.rings('+33612345601', '1 0');
      await clock.runUntil(clock.now() + 5 * 60_000);
      const counted = line.metrics.store.known();
      const known = new Set(counted.map(nameOf));
      const services = shown.filter(({ namespace }) => namespace !== 'Rappel');
      expect(services.length).toBeGreaterThan(4);
      expect(services.map(nameOf).filter((name) => !known.has(name))).toEqual([]);
    } finally {
      await watched.stop();
    }
  });
});
