import { isOpen } from '../hours.ts';
import type { CurrentMetrics } from '../centre.ts';
import type { FlowAction } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, refusedParameters, textParameter } from './action-kind.ts';
import { namedQueue } from './named-queue.ts';

const measures: Record<string, (metrics: CurrentMetrics) => number> = {
  NumberOfAgentsAvailable: (metrics) => metrics.agentsAvailable,
  NumberOfAgentsStaffed: (metrics) => metrics.agentsStaffed,
  NumberOfAgentsOnline: (metrics) => metrics.agentsOnline,
  OldestContactInQueueAgeSeconds: (metrics) => metrics.oldestContactAgeSeconds,
  NumberOfContactsInQueue: (metrics) => metrics.contactsInQueue,
};

function checkHours(action: FlowAction, run: FlowRun): Step {
  const { host, contact } = run;
  const id = textParameter(action, 'HoursOfOperationId', run) || contact.targetQueue?.hoursArn;
  const hours = id === undefined ? undefined : host.resources.hours(id);
  if (!hours) return failed(id === undefined ? 'no target queue whose hours to check' : `no hours ${id}`);
  const open = isOpen(hours, new Date(host.clock.now()));
  contact.facts.closed = !open;
  return { kind: 'result', value: open ? 'True' : 'False' };
}

function checkMetric(action: FlowAction, run: FlowRun): Step {
  const queue = namedQueue(action, run);
  if (typeof queue === 'string') return failed(queue);
  const type = textParameter(action, 'MetricType', run) ?? '';
  const metric = measures[type];
  if (!metric) return failed(`no metric ${type}`);
  return { kind: 'result', value: String(metric(run.host.metrics(queue.arn))) };
}

function getMetrics(action: FlowAction, run: FlowRun): Step {
  run.metrics = undefined;
  const queue = namedQueue(action, run);
  if (typeof queue === 'string') return failed(queue);
  const channel = textParameter(action, 'QueueChannel', run) || undefined;
  run.metrics = run.host.flowMetrics(run.contact, queue, channel);
  return run.metrics ? next : failed(`nothing happens in queue ${queue.name}`);
}

/** Counts per action and contact, and begins anew once done. */
function loop(action: FlowAction, run: FlowRun): Step {
  const { loopCounts } = run.contact;
  const key = `${run.flow.arn}#${action.identifier}`;
  const done = loopCounts.get(key) ?? 0;
  if (done < Number(textParameter(action, 'LoopCount', run))) {
    loopCounts.set(key, done + 1);
    return { kind: 'result', value: 'ContinueLooping' };
  }
  loopCounts.delete(key);
  return { kind: 'result', value: 'DoneLooping' };
}

async function wait(action: FlowAction, run: FlowRun): Promise<Step> {
  const seconds = numberParameter(action, 'TimeLimitSeconds') ?? numberParameter(action, 'TimeoutSeconds');
  if (seconds === undefined) return failed('no time to wait');
  await run.host.clock.sleep(seconds * 1000, run.signal);
  return { kind: 'result', value: 'WaitCompleted' };
}

export const branchingActions: ActionKinds = {
  Compare: {
    run: (action, run) => ({ kind: 'result', value: textParameter(action, 'ComparisonValue', run) ?? '' }),
  },
  CheckHoursOfOperation: { run: checkHours },
  CheckMetricData: { run: checkMetric },
  GetMetricData: { run: getMetrics },
  DistributeByPercentage: {
    run: (_action, run) => ({ kind: 'result', value: String(1 + Math.floor(run.host.random() * 100)) }),
  },
  Loop: { run: loop },
  Wait: {
    notImplemented: (action) => refusedParameters(action, 'Events'),
    run: wait,
  },
};
