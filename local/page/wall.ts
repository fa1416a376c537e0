import { isoWithOffset } from '../../domain/administration/local-time.ts';
import type { Line } from '../line.ts';
import type { Journal } from './journal.ts';

/** What a supervisor sees at a glance; `day`: `YYYY-MM-DD`, whose promises are counted. */
export function wall(journal: Journal, day: string) {
  return {
    queues: queuesOf(journal.line),
    promises: journal.promises.counts(day),
    inForce: journal.inForce,
    alarms: alarmsOf(journal.line),
  };
}

/** Those that are raised, each with what callers suffer and where the runbook tells what to do. */
function alarmsOf({ metrics, administration: { id, timeZone } }: Line) {
  const raised = metrics.alarms.all().filter(({ state }) => state === 'ALARM');
  return raised.map(({ name, description, since }) => {
    const [suffers = '', runbook = ''] = description.split(' docs/runbook.md#');
    const at = isoWithOffset(new Date(since), timeZone);
    return { name: name.replace(`Rappel-${id}-`, ''), since: at, suffers, runbook };
  });
}

/** The queues of the file: tasks wait elsewhere, and are not the desks'. */
function queuesOf({ centre, administration }: Line) {
  const queues = centre.queueSizes().filter(({ name }) => name in administration.queues);
  return queues.map(({ queueArn, name, waiting }) => {
    const [metrics] = centre.currentMetrics([queueArn.slice(queueArn.lastIndexOf('/') + 1)]);
    return {
      name,
      waiting,
      oldestSeconds: Math.round(metrics?.oldestContactAgeSeconds ?? 0),
      agents: metrics?.agentsStaffed ?? 0,
      free: metrics?.agentsAvailable ?? 0,
      inTalk: metrics?.agentsOnContact ?? 0,
    };
  });
}
