import type { Administration } from '../../../domain/administration/administration.ts';
import { instantOf, localTime } from '../../../domain/administration/local-time.ts';
import { languageKeysOf } from '../../../domain/administration/language.ts';
import { queueSubjects } from '../../../domain/administration/subjects.ts';
import type { CallEvent } from '../../../local/call-event.ts';
import type { FlowTransition } from '../../../local/connect/branch.ts';
import type { Agent } from '../../../local/connect/centre.ts';
import type { ShownView } from '../../../local/connect/screens.ts';
import { type Laptop, startLaptop } from '../../../local/laptop.ts';
import type { LambdaWrapping, Line } from '../../../local/line.ts';
import { ScriptedCaller } from '../../../local/scripted-caller.ts';
import { logInSupervisor, openSupervisorGuide } from '../../../local/supervisor.ts';
import { assemblyOf } from '../synthesised.ts';
import { breakService } from './broken-services.ts';
import { type Entry, type FlowMap, type Place, readFlowMap } from './flow-map.ts';
import { isOnScreens } from './guide-flows.ts';
import { routeFrom } from './route.ts';
import { Walked } from './walked.ts';

const openDay = '2026-11-23';
const openMinutes = 605;
/** A screen waits an hour. */
const longestGuideMilliseconds = 75 * 60_000;
const settlingMilliseconds = 30_000;
const mostGuides = 60;

/** What a schedule sets off has no part in these calls. */
const schedulesAtRest: LambdaWrapping = (invoker) => ({
  stop: () => invoker.stop(),
  invoke: async (arn, event, ...limits) => {
    const isOfFlow = typeof event === 'object' && event !== null && 'Details' in event;
    return isOfFlow ? invoker.invoke(arn, event, ...limits) : { result: 'ok', value: null, logs: [] };
  },
});

/** An agent and a supervisor who press, on the screens of one line, what nobody has pressed yet, and meet what can fail there. */
export class GuideWalk {
  readonly problems: string[] = [];
  readonly #administration: Administration;
  readonly #laptop: Laptop;
  readonly #line: Line;
  readonly #map: FlowMap;
  readonly #walked: Walked;
  readonly #agent: Agent;
  readonly #supervisor: Agent;
  #turn = 0;

  /** The screens of one day. */
  static async start(administration: Administration): Promise<GuideWalk> {
    const laptop = await startLaptop({
      administrations: [administration],
      startMilliseconds: instantOf(openDay, openMinutes, administration.timeZone).getTime(),
      seed: 1,
      assembly: await assemblyOf(administration.id),
      lambdas: schedulesAtRest,
    });
    return new GuideWalk(administration, laptop);
  }

  private constructor(administration: Administration, laptop: Laptop) {
    const [line] = laptop.lines;
    if (line === undefined) throw new Error('no line was started');
    this.#administration = administration;
    this.#laptop = laptop;
    this.#line = line;
    const flows = line.deployment.flows.filter(({ name }) => isOnScreens(name));
    this.#map = readFlowMap({ flows, queues: [], quickConnects: [] });
    this.#walked = new Walked(this.#map);
    line.staff('none');
    this.#agent = line.centre.logIn('Claire', ['VOICE']);
    this.#supervisor = logInSupervisor(line, 'marie.durand');
    line.centre.onTransition((transition) => this.#follow(transition));
    line.centre.onView((view) => this.#look(view));
    line.onEvent((event) => this.#told(event));
  }

  stop(): Promise<void> {
    return this.#laptop.stop();
  }

  get flows(): string[] {
    return [...this.#map.starts.keys()];
  }

  /** What nobody has taken of a flow after all. */
  async missedOf(flow: string): Promise<string[]> {
    const start = this.#map.starts.get(flow);
    for (let guides = 0; guides < mostGuides && this.#wayFrom(start); guides += 1) {
      this.#turn += 1;
      await this.#open(flow, start);
    }
    return this.#walked.missed().filter((missed) => missed.startsWith(`${flow} `));
  }

  #told(event: CallEvent): void {
    if (event.kind === 'error' || (event.kind === 'ended' && event.outcome === 'dropped')) {
      this.problems.push(`${event.flow} ${event.action}: ${event.text}`);
    }
    const isAgent = event.kind === 'state' && event.of === 'agent' && event.text.startsWith('Claire');
    if (isAgent && event.to === 'ringing') this.#after(1, () => this.#agent.accept());
  }

  #wayFrom(place: Place | undefined): Entry[] | undefined {
    const wanted = (entry: Entry): boolean => entry.kind !== 'leave' && !this.#walked.has(entry);
    return place && routeFrom(place, { wanted, closed: () => false, turn: this.#turn });
  }

  async #open(flow: string, start: Place | undefined): Promise<void> {
    const { clock } = this.#laptop;
    this.#line.centre.faults.clear();
    this.#prepare(this.#wayFrom(start)?.[0]);
    if (flow.startsWith('supervisor-')) {
      this.#supervisor.setState('available');
      openSupervisorGuide(this.#line, clock, this.#supervisor);
      await clock.runWhile(() => this.#isOver(this.#supervisor), clock.now() + longestGuideMilliseconds);
      this.#supervisor.hangUp();
      await clock.runUntil(clock.now() + settlingMilliseconds);
      return;
    }
    const caller = this.#ring(flow);
    await clock.runUntil(clock.now() + 60_000);
    await clock.runWhile(() => this.#isOver(this.#agent), clock.now() + longestGuideMilliseconds);
    this.#agent.hangUp();
    caller.hangUp();
    await clock.runUntil(clock.now() + settlingMilliseconds);
  }

  /** Nothing is shown, or nothing is left to press on it. */
  #isOver({ shown }: Agent): boolean {
    return shown === undefined || this.#wayFrom(this.#placeOf(shown)) === undefined;
  }

  #ring(flow: string): ScriptedCaller {
    const { centre, administration } = this.#line;
    if (flow.startsWith('plain-')) centre.faults.throttleAttributes({ times: 2 });
    const languages = languageKeysOf(administration.languages);
    const languageKey = languages.find(([, language]) => flow.endsWith(`-${language}`))?.[0];
    const [subject] = queueSubjects(this.#administration);
    const keys = [...(languageKey ? [languageKey] : []), ...(subject?.keys ?? [])];
    const person = String(this.#turn).padStart(5, '0');
    const caller = new ScriptedCaller(centre, this.#laptop.clock, {
      number: [`+336123${person}`, `+331423${person}`, 'anonymous'][this.#turn % 3] ?? '',
      tokens: keys.map((key) => ({ kind: 'keys', keys: key })),
      answers: ['no'],
      calledAt: 'nowhere',
    });
    this.#agent.setState('available');
    caller.ring();
    return caller;
  }

  #placeOf({ place }: ShownView): Place | undefined {
    return this.#map.places.get(`${place.flow} ${place.action}`);
  }

  #follow(transition: FlowTransition): void {
    if (!isOnScreens(transition.flow)) return;
    const { to } = this.#walked.note(transition);
    this.#laptop.dynamoDb.inject({ refusals: 0 });
    this.#line.centre.faults.clear();
    this.#prepare(this.#wayFrom(to)?.[0]);
  }

  /** What is to fail at the next action fails then. */
  #prepare(next: Entry | undefined): void {
    if (next?.kind !== 'error') return;
    const { centre, deployment } = this.#line;
    if (next.from.type === 'InvokeLambdaFunction') return this.#laptop.dynamoDb.inject({ refusals: 1 });
    if (next.from.type === 'MessageParticipant') return centre.faults.refuseSpeech({ times: 1 });
    const queueArn = deployment.queues.find(({ name }) => name === 'supervision')?.arn ?? '';
    breakService(centre, next, { id: '', queueArn });
  }

  #look(view: ShownView): void {
    const way = this.#wayFrom(this.#placeOf(view));
    const [next, then] = way ?? [];
    if (next?.kind !== 'condition') return;
    const button = buttonFor(view, next, then);
    const { date } = localTime(new Date(this.#laptop.clock.now()), this.#administration.timeZone);
    const mobile = `06124${String(this.#turn).padStart(5, '0')}`;
    // What is to be refused is an alert without words.
    const fr = way?.some(({ name }) => name === 'Equals refused') ? '' : 'Nos bureaux sont en grève.';
    const fields = { mobile, fr, en: 'Our offices are on strike.', date, time: '23:30' };
    this.#after(2, () => {
      if (!view.press(button, fields) && this.#agent.shown === view) this.problems.push(`no button ${button}`);
    });
  }

  #after(seconds: number, action: () => void): void {
    const { clock } = this.#laptop;
    clock.at(clock.now() + seconds * 1000, action);
  }
}

/** Which button leads there: where its words are compared, those that the comparison wants, or others than it knows. */
function buttonFor({ screen }: ShownView, next: Entry, then: Entry | undefined): string {
  const all = [...screen.buttons, ...screen.cards.flatMap(({ buttons }) => buttons)];
  if (next.name === 'Equals Back') return all[1] ?? '';
  if (then?.from.type !== 'Compare') return all[0] ?? '';
  const known = then.from.entries.map(({ name }) => name.replace('Equals ', ''));
  const wanted = then.name.replace('Equals ', '');
  return all.includes(wanted) ? wanted : (all.find((button) => !known.includes(button)) ?? '');
}
