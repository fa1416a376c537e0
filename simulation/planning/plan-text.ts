import type { Administration } from '../../domain/administration/administration.ts';
import type { Plan, QueuePlan } from '../plan.ts';
import type { Assumptions } from './assumptions.ts';
import { inBrief } from './brief-text.ts';
import { costSections } from './cost-text.ts';
import { figure, minutes, minutesAndSeconds, share, whole } from './figures-text.ts';
import type { PlanPhrases } from './plan-phrases.ts';
import { textTable, wrapped } from './text-table.ts';

/** A plan as a manager reads it: what is supposed, what follows, a table of half hours for two days, quotas, costs, limits. */
export function planText(plan: Plan, administration: Administration, speak: PlanPhrases): string {
  return [
    speak.title(plan.name),
    '',
    ...section(speak.supposed, supposed(plan, administration, speak)),
    ...section(speak.inBrief, inBrief(plan, speak)),
    ...Object.entries(plan.queues).flatMap(([id, queue]) => queueTables(id, queue, plan.assumptions, speak)),
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

function queueTables(
  id: string,
  plan: QueuePlan,
  { answeredAtLeast, abandonedAtMost }: Assumptions,
  speak: PlanPhrases,
): string[] {
  const columns = speak.columns(share(answeredAtLeast, speak), share(1 - abandonedAtMost, speak));
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
    const heads = [columns.map(([over]) => over), columns.map(([, under]) => under)];
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
  const rows = quotas.map(({ quota, granted, needed, ask }) => [
    speak.quotaName[quota],
    whole(granted, speak),
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
