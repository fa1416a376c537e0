import { isoWithOffset, localTime } from '../../domain/administration/local-time.ts';
import { isOpenAt, nextOpening } from '../../domain/administration/opening-hours.ts';
import type { Agent } from '../connect/centre.ts';
import type { Desk } from './desk.ts';
import type { Journal } from './journal.ts';
import type { Pace } from './pace.ts';
import type { Phone } from './phone.ts';
import { wall } from './wall.ts';

/** Everything the page shows of one line, as JSON; the page draws it and knows nothing else. `elsewhere`: other lines that ring. */
export function view(journal: Journal, { now: nowMilliseconds, speed, advancing }: Pace, elsewhere: string[]) {
  const { line, supervisor, messages } = journal;
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
    phones: journal.phones.map((phone) => phoneOf(phone, journal)),
    desks: journal.desks.map(deskOf),
    quickConnects: line.centre.quickConnects(),
    supervisor: { open: supervisor?.contactId !== undefined, screen: screenOf(supervisor) },
    wall: wall(journal, localTime(now, administration.timeZone).date),
    promises: journal.promises.open,
    messages,
    bookings: journal.promises.all(),
    answers: journal.answers,
  };
}

function phoneOf(
  { id, number, hidden, telephone, ringing, heard, trace, contactId }: Phone,
  { line, messages }: Journal,
) {
  return {
    id,
    number,
    hidden,
    state:
      telephone !== undefined ? ('inCall' as const) : ringing !== undefined ? ('ringing' as const) : ('idle' as const),
    caller: ringing?.from ?? null,
    transcript: heard.lines,
    messages: messages.filter(({ to }) => to === number),
    trace: {
      underWay: trace.underWay ?? null,
      trail: trace.trail,
      invocations: trace.invocations,
      attributes: line.centre.attributes(contactId) ?? {},
    },
  };
}

function deskOf({ id, name, agent, heard }: Desk) {
  return {
    id,
    name,
    state: agent?.talking ? ('talking' as const) : (agent?.state ?? 'offline'),
    onHold: agent?.onHold ?? false,
    transcript: heard.lines,
    screen: screenOf(agent),
  };
}

const screenOf = (agent: Agent | undefined) => (agent?.shown ? { id: agent.shown.id, ...agent.shown.screen } : null);
