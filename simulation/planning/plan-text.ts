import type { Administration } from '../../domain/administration/administration.ts';
import type { Plan, QueuePlan } from '../plan.ts';
import { costSections } from './cost-text.ts';
import type { DayBalance, Fates } from './day-balance.ts';
import { figure, minutes, minutesAndSeconds, share, whole } from './figures-text.ts';
import { sum } from './half-hours.ts';
import type { PlanPhrases } from './plan-phrases.ts';
import { textTable, wrapped } from './text-table.ts';

/** A plan as a manager reads it: what is supposed, what follows, a table of half hours for two days, quotas, costs, limits. */
export function planText(plan: Plan, administration: Administration, speak: PlanPhrases): string {
  return [
    speak.title(plan.name),
    '',
    ...section(speak.supposed, supposed(plan, administration, speak)),
    ...section(speak.inBrief, inBrief(plan, speak)),
    ...Object.entries(plan.queues).flatMap(([id, queue]) => queueTables(id, queue, speak)),
    ...quotaSection(plan, speak),
    ...costSections(plan, speak),
    ...section(speak.limits, speak.limitsExplained),
  ]
    .join('\n')
    .trimEnd();
}

/** A heading, and what stands under it as a list. */
const section = (heading: string, items: readonly string[]): string[] => [
  heading,
  ...items.flatMap((item) => wrapped(`- ${item}`)),
  '',
];

function supposed({ assumptions }: Plan, { queues }: Administration, speak: PlanPhrases): string[] {
  const { demand, callsPerPerson, abandonedAtMost, answeredAtLeast, takeShare, reachedShare } = assumptions;
  return [
    demand.kind === 'load'
      ? speak.demandOfLoad(share(demand.load, speak))
      : demand.kind === 'perHour'
        ? speak.demandPerHour(whole(demand.callsPerHour, speak))
        : speak.demandCounted(demand.source),
    ...(demand.kind === 'counted' ? [] : [speak.shapeSupposed]),
    speak.callsPerPerson(figure(callsPerPerson, speak)),
    ...Object.entries(queues).map(([id, { agents, handleTimeSeconds, patienceSeconds }]) =>
      speak.queueOfFile(
        id,
        [...new Set(Object.values(agents))].join(' / '),
        minutes(handleTimeSeconds, speak),
        minutes(patienceSeconds, speak),
      ),
    ),
    speak.targets(share(abandonedAtMost, speak), share(answeredAtLeast, speak)),
    speak.callbackSupposed(share(takeShare, speak), share(reachedShare, speak)),
  ];
}

function inBrief(plan: Plan, speak: PlanPhrases): string[] {
  const { withoutCallbacks, withCallbacks } = plan.week;
  const queues = Object.values(plan.queues);
  const days = daysOfLine(queues);
  const worst = days.reduce((a, b) => (b.load > a.load ? b : a));
  return [
    speak.weekLoad(share(plan.week.load, speak), speak.weekday[worst.weekday], share(worst.load, speak)),
    capacity(plan, days, speak),
    speak.withoutCallbacks(withoutCallbacks, lost(withoutCallbacks, speak), minutesEach(withoutCallbacks, speak)),
    ...(withCallbacks.booked > 0
      ? [speak.withCallbacks(withCallbacks, lost(withCallbacks, speak), minutesEach(withCallbacks, speak))]
      : []),
    ...missing(plan, speak),
  ];
}

/** Part of the people that leaves without an agent, a callback that was not answered included. */
const lost = ({ lost: gone, booked, reached, persons }: Fates, speak: PlanPhrases): string =>
  share((gone + booked - reached) / persons, speak);
const minutesEach = ({ lineMinutes, persons }: Fates, speak: PlanPhrases): string =>
  figure(lineMinutes / persons, speak);

interface DayOfLine {
  weekday: DayBalance['weekday'];
  load: number;
  agentsMissing: number;
}

/** Days of all queues together, the work of each weighed by its people. */
function daysOfLine(queues: readonly QueuePlan[]): DayOfLine[] {
  const weekdays = [...new Set(queues.flatMap(({ days }) => days.map(({ weekday }) => weekday)))];
  return weekdays.map((weekday) => {
    const those = queues.flatMap(({ days }) => days.filter((day) => day.weekday === weekday));
    return {
      weekday,
      load: sum(those.map(({ agentMinutes, load }) => agentMinutes * load)) / sum(those.map((day) => day.agentMinutes)),
      agentsMissing: sum(those.map(({ agentsMissingAllDay }) => agentsMissingAllDay)),
    };
  });
}

function capacity(plan: Plan, days: readonly DayOfLine[], speak: PlanPhrases): string {
  const most = Math.max(...days.map(({ agentsMissing }) => agentsMissing));
  if (plan.week.load > 1.0005) return speak.overloaded(share(1 / plan.week.load, speak), whole(most, speak));
  const over = days.filter(({ load }) => load > 1.0005).map(({ weekday }) => speak.weekday[weekday]);
  return over.length > 0 ? speak.overloadedDays(over.join(', '), whole(most, speak)) : speak.bearable;
}

function missing({ queues, pooled }: Plan, speak: PlanPhrases): string[] {
  const halfHours = Object.values(queues).flatMap((queue) => queue.halfHours);
  const worst = halfHours.reduce((a, b) => (b.missingForTarget > a.missingForTarget ? b : a));
  if (worst.missingForTarget === 0) return [speak.noneMissing];
  const when = (half: { weekday: DayBalance['weekday']; from: string }): string =>
    `${speak.weekday[half.weekday]} ${half.from}`;
  const { missingForOfficialRate, missingForTarget } = worst;
  const sentences = [
    speak.worstHalfHour(when(worst), whole(missingForOfficialRate, speak), whole(missingForTarget, speak)),
  ];
  if (Object.keys(queues).length < 2 || pooled.length === 0) return sentences;
  const together = pooled.reduce((a, b) => (b.missingForTarget > a.missingForTarget ? b : a));
  const { agentsForTarget, missingForTarget: missingTogether } = together;
  return [...sentences, speak.pooled(when(together), whole(agentsForTarget, speak), whole(missingTogether, speak))];
}

function queueTables(id: string, plan: QueuePlan, speak: PlanPhrases): string[] {
  const weekdays = [...new Set([plan.worstDay, plan.typicalDay])];
  const tables = weekdays.flatMap((weekday) => {
    const halfHours = plan.halfHours.filter((half) => half.weekday === weekday);
    const day = plan.days.find((candidate) => candidate.weekday === weekday);
    if (day === undefined) return [];
    const rows = halfHours.map((half) => [
      half.from,
      whole(half.persons, speak),
      whole(half.agents, speak),
      whole(half.agentsForOfficialRate, speak),
      whole(half.agentsForTarget, speak),
      unlessNone(half.missingForOfficialRate, speak),
      unlessNone(half.missingForTarget, speak),
      share(half.lived.abandoned, speak),
      minutesAndSeconds(half.lived.meanWaitSeconds),
      unlessNone(half.seats, speak),
      unlessNone(half.seatsOfFile, speak),
    ]);
    const heads = [speak.columns.map(([over]) => over), speak.columns.map(([, under]) => under)];
    return [
      speak.queueOn(id, speak.weekday[weekday], weekday === plan.worstDay),
      ...textTable([...heads, ...rows]),
      ...wrapped(speak.dayTotal(day), ''),
      ...(weekday === plan.worstDay && day.seatsOfFile > day.seats
        ? wrapped(speak.seatsOfFile(whole(day.seatsOfFile, speak), whole(day.seats, speak)), '')
        : []),
      '',
    ];
  });
  const reserve = Math.max(...plan.halfHours.filter(({ seats }) => seats > 0).map((half) => half.reserve), 0);
  return [...tables, ...speak.columnsExplained(whole(reserve, speak)).flatMap((line) => wrapped(line, '')), ''];
}

const unlessNone = (value: number, speak: PlanPhrases): string => (value === 0 ? '·' : whole(value, speak));

function quotaSection({ quotas, countries }: Plan, speak: PlanPhrases): string[] {
  const rows = quotas.map(({ quota, byDefault, needed, ask }) => [
    speak.quotaName[quota],
    whole(byDefault, speak),
    whole(needed, speak),
    ask ? speak.toAsk : speak.enough,
  ]);
  return [
    speak.quotas,
    ...textTable([speak.quotaColumns, ...rows], [0, 3]),
    ...[...speak.quotaReasons(quotas), speak.countries(countries.join(', '))].flatMap((line) => wrapped(`- ${line}`)),
    '',
  ];
}
