import { instantOf, localTime } from '../../../domain/administration/local-time.ts';
import type { Language } from '../../../domain/administration/language.ts';
import { noteLaterSurvey } from '../../../lambdas/survey/later-surveys.ts';
import { ledger } from '../../../lambdas/runtime/dynamodb.ts';
import { administrationsIn } from '../../../local/administrations.ts';
import { type Laptop, startLaptop } from '../../../local/laptop.ts';
import type { Line } from '../../../local/line.ts';
import { assemblyOf, laterSurveyFolder } from '../synthesised.ts';
import { Callers } from './callers.ts';
import type { Circumstances } from './circumstances.ts';
import { type Entry, readFlowMap } from './flow-map.ts';
import { Guide } from './guide.ts';
import { international, numbersOf } from './keys.ts';
import { lastingOf } from './lasting.ts';
import { invokes, withMoments } from './moments.ts';
import { OtherPeople } from './other-people.ts';
import { Walked } from './walked.ts';

const day = '2026-11-23';
const paris = 'Europe/Paris';
const morningMinutes = 10 * 60 + 5;
const lunch = { fromMinutes: 12 * 60 + 50, toMinutes: 14 * 60 };
const longestMilliseconds = 40 * 60_000;
const mostFruitlessCalls = 6;

/** What is set off by others than flows, and has no part in these calls. */
const atRest = new Set(['dial-due-callbacks', 'remind-callers', 'note-outcome', 'note-never-served']);

/** Of the flow of the later survey alone: the others are walked where all lines have them. */
class WalkedLater extends Walked {
  override has(entry: Entry): boolean {
    return !entry.from.flow.startsWith('later-survey-') || super.has(entry);
  }
  override missed(): string[] {
    return super.missed().filter((line) => line.startsWith('later-survey-'));
  }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not yet');
  return value;
}

/** A line that calls those later who were never served; who is rung heads for what nobody has walked yet. */
export async function startLaterSurveyWalk(id: string) {
  const folder = laterSurveyFolder(id);
  const problems: string[] = [];
  let guide: Guide | undefined;
  let others: OtherPeople | undefined;
  let here: Circumstances = { name: 'a morning', agents: 'busy' };
  const laptop: Laptop = await startLaptop({
    administrations: administrationsIn(folder),
    startMilliseconds: instantOf(day, morningMinutes, paris).getTime(),
    seed: 1,
    assembly: await assemblyOf(id, folder),
    lambdas: withMoments({
      wayOf: (contactId, arn) => guide?.wayOf(contactId, (place) => invokes(place, arn))?.route,
      rests: (name) => atRest.has(name),
      others: () => known(others),
      refuse: (refusals) => laptop.dynamoDb.inject({ refusals }),
      heardAnswer: () => {},
    }),
  });
  const { clock } = laptop;
  const line = known<Line>(laptop.lines[0]);
  const map = readFlowMap(line.deployment);
  const walked = new WalkedLater(map);
  others = new OtherPeople(line, clock, laptop.dynamoDb.endpoint);
  const callers = new Callers({ line, clock, others, guide: () => known(guide), here: () => here });
  for (const { arn } of line.deployment.queues) {
    line.centre.staffQueue(arn, { busyAgents: 1, freeAgents: 0, handleTimeSeconds: 1e9 });
  }
  line.centre.onTransition((transition) => callers.moved(transition.contactId, known(guide).follow(transition)));
  line.onEvent((event) => {
    if (event.kind === 'error') problems.push(`${event.flow} ${event.action}: ${event.text}`);
    if (event.kind === 'ended' && event.outcome === 'dropped') problems.push('a caller was dropped');
    if (event.kind === 'ended') known(guide).end(event.contactId, false);
  });
  const queues = Object.keys(line.administration.queues);
  const table = ledger(line.deployment.tables[0]?.name ?? '');

  async function ring(person: number, language: Language): Promise<void> {
    const { minutes } = localTime(new Date(clock.now()), paris);
    if (minutes >= lunch.fromMinutes && minutes < lunch.toMinutes) {
      await clock.runUntil(instantOf(day, lunch.toMinutes, paris).getTime());
    }
    const at = new Date(clock.now());
    const halfHour = 30 * 60_000;
    const survey = {
      callerKey: `PERSON-${person}`,
      number: international(numbersOf(person).mobile),
      queue: queues[person % queues.length] ?? '',
      language,
      speechRate: '100%' as const,
      contactId: `in-vain-${person}`,
      leftAt: at.toISOString(),
      dueAt: new Date(Math.floor(at.getTime() / halfHour) * halfHour).toISOString(),
    };
    await noteLaterSurvey(table, survey, at);
    await clock.runWhile(() => callers.areOnTheLine, clock.now() + 120_000);
    if (!callers.areOnTheLine) problems.push(`${survey.callerKey} was not rung`);
    await clock.runWhile(() => !callers.areOnTheLine, clock.now() + longestMilliseconds);
  }

  let person = 0;
  return {
    languages: line.administration.languages,
    problems,
    missed: (): string[] => walked.missed(),
    stop: () => laptop.stop(),
    /** Rings one after the other until no further call walks anything new. */
    async walk(language: Language, voiceless: boolean): Promise<void> {
      here = { name: 'a morning', agents: 'busy', ...(voiceless && { voiceless }) };
      guide = new Guide(map, walked, line.centre, lastingOf(here, line));
      for (let fruitless = 0; fruitless < mostFruitlessCalls && guide.canStart(`later-survey-${language}`);) {
        const before = walked.count;
        person += 1;
        guide.turn += 1;
        await ring(person, language);
        fruitless = walked.count === before ? fruitless + 1 : 0;
      }
      line.centre.faults.clear();
    },
  };
}
