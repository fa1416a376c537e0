import type { Advice } from '../director/advice.ts';
import type { LivedComparison, LivedFinding } from '../director/lived.ts';
import type { PromisedFinding } from '../director/promised.ts';
import type { ShortHours } from '../director/short-hours.ts';
import type { DirectorPhrases } from '../phrases.ts';
import { writtenFigures } from '../written-figures.ts';

const { clock, count, day, duration, list, share } = writtenFigures('en');

const counted = (value: number, one: string, several: string): string =>
  `${count(value)} ${value === 1 ? one : several}`;

function compared({ change, answerRate, from, period }: LivedComparison): string {
  const before = period === 'week' ? 'the week before' : day(from);
  const words = { higher: 'more than', lower: 'less than', similar: 'with no clear difference from' };
  return `, ${words[change]} ${before} (${share(answerRate)})`;
}

const unservedClause = (unserved: number): string =>
  unserved === 0 ? 'none of them ended' : `${counted(unserved, 'call', 'calls')} ended`;

function lived(finding: LivedFinding): string {
  switch (finding.kind) {
    case 'missing':
      return `What callers lived that ${finding.period} is not known: its calls were not compiled.`;
    case 'noCalls':
      return finding.period === 'day' ? 'Nobody rang on that day.' : 'Nobody rang in that week.';
    case 'noneForAgent':
      return finding.calls === 1
        ? 'The only call asked for no agent.'
        : `None of the ${count(finding.calls)} calls asked for an agent.`;
    case 'few':
      return `An agent answered ${count(finding.answered)} of ${counted(finding.callsForAgent, 'call that asked for one', 'calls that asked for one')}, and ${unservedClause(finding.unserved)} with neither an agent nor a promise: too few to make a rate of.`;
    case 'usual': {
      const { callsForAgent, answered, answerRate, comparison, unserved, medianSeconds } = finding;
      const median =
        medianSeconds === null
          ? ''
          : `; when an agent and the caller did talk, callbacks included, half of the time it was within ${duration(medianSeconds)}`;
      return `An agent answered ${share(answerRate)} of the calls that asked for one (${count(answered)} of ${count(callsForAgent)})${comparison ? compared(comparison) : ''}, and ${unservedClause(unserved)} with neither an agent nor a promise${median}.`;
    }
    default:
      return finding satisfies never;
  }
}

const allKept = (due: number): string =>
  due === 1
    ? 'The only callback that fell due was made as promised'
    : `All ${count(due)} callbacks that fell due were made as promised`;

function keptOf(due: number, kept: number, keptRate: number | null): string {
  const among = `Of ${counted(due, 'callback', 'callbacks')} that fell due`;
  if (kept === 0) return `${among}, none was made as promised`;
  return `${among}, ${counted(kept, 'was made', 'were made')} as promised${keptRate === null ? '' : ` (${share(keptRate)})`}`;
}

function settled(finding: Extract<PromisedFinding, { kind: 'settled' }>): string {
  const { settled: due, kept, keptRate, late, lateMeanSeconds, neverCalled, pending, givenUp } = finding;
  const mean = lateMeanSeconds === null ? '' : ` (by ${duration(lateMeanSeconds)} on average)`;
  const broken = [
    ...(late > 0 ? [`${counted(late, 'was', 'were')} late${mean}`] : []),
    ...(neverCalled > 0 ? [`${counted(neverCalled, 'was', 'were')} never made`] : []),
  ];
  const rest = [
    ...(givenUp > 0 ? [`${counted(givenUp, 'person', 'persons')} did not answer our calls`] : []),
    ...(pending > 0 ? [`${counted(pending, 'other promise is', 'other promises are')} still to come`] : []),
  ];
  const isAllKept = broken.length === 0 && kept === due;
  const inTime = isAllKept ? allKept(due) : keptOf(due, kept, keptRate);
  return `${list([inTime, ...broken])}${rest.length > 0 ? `; ${list(rest)}` : ''}.`;
}

function promised(finding: PromisedFinding): string {
  switch (finding.kind) {
    case 'missing':
      return 'What was promised is not known.';
    case 'none':
      return finding.offered === 0
        ? 'No callback was proposed or promised.'
        : `No callback was promised, although it was proposed in ${counted(finding.offered, 'call', 'calls')}.`;
    case 'unsettled': {
      const { promises, pending, cancelled } = finding;
      const fates = [
        ...(pending > 0 ? [counted(pending, 'is still to come', 'are still to come')] : []),
        ...(cancelled > 0 ? [counted(cancelled, 'was cancelled', 'were cancelled')] : []),
      ];
      const subject = counted(promises, 'callback was promised', 'callbacks were promised');
      return `${subject}${fates.length > 0 ? `, of which ${list(fates)}` : ''}: no promised hour has passed yet.`;
    }
    case 'settled':
      return settled(finding);
    default:
      return finding satisfies never;
  }
}

const halfHours = (hours: readonly ShortHours[], isWeek: boolean): string =>
  list(
    hours.map(({ day: date, from, to }) => `from ${clock(from)} to ${clock(to)}${isWeek ? ` on ${day(date)}` : ''}`),
  );

function advice(given: Advice): string {
  switch (given.kind) {
    case 'compile':
      return `Have the calls of ${list(given.days.map((date) => day(date)))} compiled before you conclude.`;
    case 'faults':
      return `Have the fault found that cut off ${counted(given.failed, 'call', 'calls')}.`;
    case 'promises':
      return `${counted(given.broken, 'promise was', 'promises were')} not kept in time, of ${count(given.settled)}: add agents, or promise fewer callbacks by lowering the share of seats offered.`;
    case 'staff':
      return `${count(given.within)} of the ${count(given.unserved)} calls with neither an agent nor a promise came ${halfHours(given.hours, given.period === 'week')}: agents are needed there first.`;
    case 'staffThroughout':
      return `${count(given.unserved)} of ${count(given.callsForAgent)} calls had neither an agent nor a promise, and no hour stands out: agents are missing all ${given.period} long.`;
    case 'seats':
      return `${count(given.refused)} requests for a callback found no seat left: add agents, or offer days further ahead.`;
    case 'sms':
      return `${count(given.refused + given.undelivered)} SMS of ${count(given.asked)} did not arrive (${count(given.refused)} refused, ${count(given.undelivered)} undelivered): have the sending of SMS checked.`;
    case 'survey':
      return `The two questions were asked in only ${count(given.offered)} of ${count(given.served)} calls served: remind agents to hang up first, and have the survey checked.`;
    case 'announcements':
      return `The wait was longer than announced in ${count(given.exceeded)} of ${count(given.announcements)} calls: check that the agents foreseen are at their desks, and that the handle time of the file is right.`;
    case 'tooFew':
      return 'There were too few calls to advise a change.';
    case 'nothing':
      return 'Nothing in these figures calls for a change.';
    default:
      return given satisfies never;
  }
}

export const director: DirectorPhrases = { lived, promised, advice };
