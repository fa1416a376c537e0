import type { MetricId, Statistic } from '../../local/metrics/metric-store.ts';
import { WatchedLine } from './watched-line.ts';

let watched: WatchedLine;
beforeEach(async () => {
  watched = await WatchedLine.at();
});
afterEach(() => watched.stop());

/** Of the last minutes. */
function counted(name: string, own: MetricId['dimensions'], statistic: Statistic, minutes = 6): number | undefined {
  const { line, clock } = watched;
  const dimensions = { InstanceId: line.deployment.instanceId, ...own };
  const id = { namespace: 'AWS/Connect', name, dimensions };
  return line.metrics.store.statistic(id, statistic, clock.now() - minutes * 60_000, clock.now());
}
const voice = { MetricGroup: 'VoiceCalls' };
const queue = { MetricGroup: 'Queue', QueueName: 'allocations' };

describe('Amazon Connect on the laptop', () => {
  it('counts the calls that begin, those under way as a share of the quota, and who waits since when', async () => {
    const { line } = watched;
    line.staff(0);
    line.addWaitingCallers(30);
    const callers = ['+33612345601', '+33612345602'].map((number) => watched.rings(number, '1 0'));
    await watched.pass(3);
    expect(counted('CallsPerInterval', voice, 'Sum')).toBe(2);
    expect(counted('ConcurrentCalls', voice, 'Maximum')).toBe(2);
    // The default quota of an instance is ten.
    expect(counted('ConcurrentCallsPercentage', voice, 'Maximum')).toBe(0.2);
    expect(counted('QueueSize', queue, 'Maximum')).toBeGreaterThan(10);
    expect(counted('LongestQueueWaitTime', queue, 'Maximum')).toBeGreaterThan(100);
    for (const caller of callers) caller.hangUp();
    await watched.pass(2);
    expect(counted('ConcurrentCalls', voice, 'Maximum', 1)).toBe(0);
  });

  it('counts calls that ring out at an agent, and error branches that a flow takes', async () => {
    const { line } = watched;
    line.staff('none');
    line.centre.logIn('Claire');
    line.centre.faults.refuseSpeech({ times: 1 });
    watched.rings('+33612345601', '1 0');
    await watched.pass(3);
    expect(counted('MissedCalls', voice, 'Sum')).toBe(1);
    expect(counted('ContactFlowErrors', { MetricGroup: 'ContactFlow', ContactFlowName: 'inbound-fr' }, 'Sum')).toBe(1);
    expect(
      counted('ContactFlowFatalErrors', { MetricGroup: 'ContactFlow', ContactFlowName: 'inbound-fr' }, 'Sum'),
    ).toBe(undefined);
  });
});

describe('Lambda and EventBridge on the laptop', () => {
  it('count invocations, errors and throttles, of each function and of all; and how often a rule invoked', async () => {
    const { line, clock } = watched;
    const dispatcher = line.deployment.functions.find(({ logicalId }) => logicalId.startsWith('CallbackDialDue'));
    const of = (name: string, dimensions: MetricId['dimensions'], namespace = 'AWS/Lambda') =>
      line.metrics.store.statistic({ namespace, name, dimensions }, 'Sum', clock.now() - 300_000, clock.now());
    const own = { FunctionName: dispatcher?.name ?? '' };
    expect([of('Invocations', own), of('Errors', own), of('Throttles', own)]).toEqual([5, 0, 0]);
    const [rule] = line.deployment.schedules.filter(({ functionArn }) => functionArn === dispatcher?.arn);
    expect(of('Invocations', { RuleName: rule?.name ?? '' }, 'AWS/Events')).toBe(5);

    watched.breakFunction('dial-due-callbacks');
    await watched.pass(2);
    line.lambdas.limitConcurrency(0);
    await watched.pass(3);
    // One pass before it broke; those that failed are tried again, and what is refused is neither an invocation nor an error.
    expect((of('Invocations', own) ?? 0) - (of('Errors', own) ?? 0)).toBe(1);
    expect(of('Errors', own)).toBeGreaterThanOrEqual(2);
    expect(of('Throttles', own)).toBeGreaterThanOrEqual(2);
    expect(of('Throttles', {})).toBeGreaterThanOrEqual(of('Throttles', own) ?? 0);
  });
});
