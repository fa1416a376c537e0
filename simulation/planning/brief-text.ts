import type { Plan, QueuePlan } from '../plan.ts';
import type { DayBalance, Fates } from './day-balance.ts';
import { figure, share, whole } from './figures-text.ts';
import { sum } from './half-hours.ts';
import type { PlanPhrases } from './plan-phrases.ts';

/** What follows from a plan, in sentences, the honest one about capacity among the first. */
export function inBrief(plan: Plan, speak: PlanPhrases): string[] {
  const { withoutCallbacks, withCallbacks } = plan.week;
  const queues = Object.values(plan.queues);
  const days = daysOfLine(queues);
  const worst = days.reduce((a, b) => (b.load > a.load ? b : a));
  return [
    speak.weekLoad(share(plan.week.load, speak), speak.weekday[worst.weekday], share(worst.load, speak)),
    ...capacity(plan, days, speak),
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

function capacity(plan: Plan, days: readonly DayOfLine[], speak: PlanPhrases): string[] {
  const most = Math.max(...days.map(({ agentsMissing }) => agentsMissing));
  if (plan.week.load > 1.0005) return [speak.overloaded(share(1 / plan.week.load, speak), whole(most, speak))];
  const over = days.filter(({ load }) => load > 1.0005).map(({ weekday }) => speak.weekday[weekday]);
  if (over.length > 0) return [speak.overloadedDays(over.join(', '), whole(most, speak))];
  const isShort = Object.values(plan.queues).some((queue) => queue.days.some((day) => day.mostMissingForTarget > 0));
  return isShort ? [speak.bearable] : [];
}

function missing({ queues, pooled }: Plan, speak: PlanPhrases): string[] {
  const halfHours = Object.entries(queues).flatMap(([id, queue]) => queue.halfHours.map((half) => ({ ...half, id })));
  const worst = halfHours.reduce((a, b) => (b.missingForTarget > a.missingForTarget ? b : a));
  if (worst.missingForTarget === 0) return [speak.noneMissing];
  const isOne = Object.keys(queues).length < 2;
  const when = (half: { weekday: DayBalance['weekday']; from: string }): string =>
    `${speak.weekday[half.weekday]} ${half.from}`;
  const { missingForOfficialRate, missingForTarget } = worst;
  const sentences = [
    speak.worstHalfHour(
      isOne ? when(worst) : `${worst.id}, ${when(worst)}`,
      whole(missingForOfficialRate, speak),
      whole(missingForTarget, speak),
    ),
  ];
  if (isOne || pooled.length === 0) return sentences;
  const together = pooled.reduce((a, b) => (b.missingForTarget > a.missingForTarget ? b : a));
  const { agentsForTarget, missingForTarget: missingTogether } = together;
  return [...sentences, speak.pooled(when(together), whole(agentsForTarget, speak), whole(missingTogether, speak))];
}
