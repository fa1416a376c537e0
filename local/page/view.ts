import { isoWithOffset } from '../../domain/administration/local-time.ts';
import { isOpenAt, nextOpening } from '../../domain/administration/opening-hours.ts';
import type { Agent } from '../connect/centre.ts';
import type { Line } from '../line.ts';
import type { Journal } from './journal.ts';
import type { Pace } from './pace.ts';

/** Everything the page shows of one line, as JSON; the page draws it and knows nothing else. `elsewhere`: other lines that ring. */
export function view(journal: Journal, { now: nowMilliseconds, speed, advancing }: Pace, elsewhere: string[]) {
  const { line, telephone, ringing, desk, supervisor } = journal;
  const { administration } = line;
  const now = new Date(nowMilliseconds);
  const local = (instant: Date): string => isoWithOffset(instant, administration.timeZone);
  const open = isOpenAt(administration, now);
  const opening = open ? undefined : nextOpening(administration, now);
  return {
    line: administration.id,
    publicNumber: administration.publicNumber,
    time: { now: local(now), speed, advancing, open, opensAt: opening ? local(opening) : null },
    elsewhere,
    telephone: {
      state: telephone !== undefined ? 'inCall' : ringing !== undefined ? 'ringing' : 'idle',
      caller: ringing?.from ?? null,
      underWay: journal.underWay ?? null,
      transcript: journal.heard.lines,
    },
    promises: journal.promises,
    messages: journal.messages,
    agent: {
      state: desk?.talking ? ('talking' as const) : (desk?.state ?? 'offline'),
      onHold: desk?.onHold ?? false,
      quickConnects: line.centre.quickConnects(),
      transcript: journal.heardAtDesk.lines,
      screen: screenOf(desk),
    },
    supervisor: { open: supervisor?.contactId !== undefined, screen: screenOf(supervisor) },
    queues: queuesOf(line),
    bookings: [...journal.bookings.values()].toReversed(),
    answers: journal.answers,
  };
}

const screenOf = (agent: Agent | undefined) => (agent?.shown ? { id: agent.shown.id, ...agent.shown.screen } : null);

/** The queues of the file: tasks wait elsewhere, and are not the desk's. */
function queuesOf({ centre, administration }: Line) {
  const queues = centre.queueSizes().filter(({ name }) => name in administration.queues);
  return queues.map(({ queueArn, name, waiting }) => {
    const [metrics] = centre.currentMetrics([queueArn.slice(queueArn.lastIndexOf('/') + 1)]);
    return { name, waiting, agents: metrics?.agentsStaffed ?? 0, free: metrics?.agentsAvailable ?? 0 };
  });
}
