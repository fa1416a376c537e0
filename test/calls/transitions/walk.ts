import type { Administration } from '../../../domain/administration/administration.ts';
import { instantOf, localTime } from '../../../domain/administration/local-time.ts';
import type { CallEvent } from '../../../local/call-event.ts';
import type { Clock } from '../../../local/clock.ts';
import type { ThirdPartyCall } from '../../../local/connect/third-party.ts';
import { type Laptop, startLaptop } from '../../../local/laptop.ts';
import type { Line } from '../../../local/line.ts';
import { assemblyOf } from '../synthesised.ts';
import { transferFlow } from '../../../lib/flows/agent-flow-set.ts';
import { AnsweringAgent } from './answering-agent.ts';
import { Callers } from './callers.ts';
import type { Circumstances } from './circumstances.ts';
import { type FlowMap, readFlowMap } from './flow-map.ts';
import { isOnScreens } from './guide-flows.ts';
import { Guide } from './guide.ts';
import { international, numbersOf } from './keys.ts';
import { lastingOf } from './lasting.ts';
import { invokes, withMoments } from './moments.ts';
import { OtherPeople } from './other-people.ts';
import { Walked } from './walked.ts';

/** A Monday, on which every line is open all day; local minutes at which its calls are over. */
const openDay = '2026-11-23T10:05';
const lateMinutes = 15 * 60;
const longestCallMilliseconds = 40 * 60_000;
/** Promises of earlier calls may seem to be under way, until the dispatcher has asked after them. */
const longestDialMilliseconds = 900_000;
const settlingMilliseconds = 15_000;
const fewMinutesMilliseconds = 5 * 60_000;
const mostFruitlessCalls = 12;

/** What a schedule sets off, or the end of a call: of these calls, only being called back depends on it. */
const atRest = new Set(['dial-due-callbacks', 'remind-callers', 'note-delivery', 'note-outcome']);

/** One administration's line on which callers walk, in one circumstance after the other, what nobody has walked yet. */
export class Walk {
  readonly #administration: Administration;
  #problems: string[] = [];
  #here: Circumstances | undefined;
  #openedAt = '';
  #laptop: Laptop | undefined;
  #map: FlowMap | undefined;
  #walked: Walked | undefined;
  #guide!: Guide;
  #callers!: Callers;
  #others!: OtherPeople;
  #agent!: AnsweringAgent;
  #countBefore = 0;
  #person = 0;

  constructor(administration: Administration) {
    this.#administration = administration;
  }

  async stop(): Promise<void> {
    await this.#laptop?.stop();
  }

  missed(): string[] {
    return this.#walked?.missed() ?? ['no call was made'];
  }

  /** Calls until no further one walks anything new. Returns what befell a caller that must befall nobody. */
  async in(here: Circumstances): Promise<string[]> {
    this.#problems = [];
    if (this.missed().length === 0) return [];
    this.#here = here;
    const first = here.calledBack
      ? `callback-answered-${here.calledBack.language}`
      : `inbound-${this.#administration.languages[0]}`;
    await this.#prepare(here);
    let fruitless = 0;
    while (fruitless < mostFruitlessCalls && this.#guide.canStart(first)) {
      if (this.#isLate) await this.#prepare(here);
      this.#countBefore = this.#walked?.count ?? 0;
      await this.#call(here);
      fruitless = this.#walked?.count === this.#countBefore ? fruitless + 1 : 0;
    }
    return this.#problems;
  }

  get #isLate(): boolean {
    if (this.#laptop === undefined || this.#openedAt !== openDay) return false;
    return localTime(new Date(this.#laptop.clock.now()), this.#administration.timeZone).minutes > lateMinutes;
  }

  /** A laptop takes a second to start: it serves until its day is over. */
  async #prepare(here: Circumstances): Promise<void> {
    const at = here.at ?? openDay;
    if (this.#openedAt !== at || this.#isLate) {
      await this.#laptop?.stop();
      this.#laptop = await this.#start(at);
      this.#openedAt = at;
    }
    const line = this.#line;
    const walked = (this.#walked ??= new Walked(this.#mapOf(line)));
    this.#guide = new Guide(this.#mapOf(line), walked, line.centre, lastingOf(here, line));
    for (const { arn } of line.deployment.queues) {
      const busyAgents = here.agents === 'none' ? 0 : 1;
      line.centre.staffQueue(arn, { busyAgents, freeAgents: 0, handleTimeSeconds: 1e9 });
    }
    if (here.agents === 'here') this.#agent.come();
    else this.#agent.leave();
  }

  get #line(): Line {
    const [line] = this.#laptop?.lines ?? [];
    if (line === undefined) throw new Error('no line was started');
    return line;
  }

  #mapOf({ deployment }: Line): FlowMap {
    const flows = deployment.flows.filter(({ name }) => !isOnScreens(name));
    return (this.#map ??= readFlowMap({ ...deployment, flows }));
  }

  async #start(at: string): Promise<Laptop> {
    const [date = '', time = ''] = at.split('T');
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const laptop = await startLaptop({
      administrations: [this.#administration],
      startMilliseconds: instantOf(date, hours * 60 + minutes, this.#administration.timeZone).getTime(),
      seed: 1,
      assembly: await assemblyOf(this.#administration.id),
      elsewhere: (call) => this.#elsewhere(call),
      lambdas: withMoments({
        wayOf: (contactId, arn) => this.#guide.wayOf(contactId, (place) => invokes(place, arn))?.route,
        rests: (name) => atRest.has(name) && this.#here?.calledBack === undefined,
        others: () => this.#others,
        refuse: (refusals) => laptop.dynamoDb.inject({ refusals }),
        heardAnswer: (contactId, name, { choice1 = '' }) => {
          if (name === 'offer-slots') this.#callers.noteOffered(contactId, choice1);
        },
      }),
    });
    const { clock, dynamoDb } = laptop;
    const [line] = laptop.lines;
    if (line === undefined) throw new Error('no line was started');
    this.#others = new OtherPeople(line, clock, dynamoDb.endpoint);
    this.#agent = new AnsweringAgent(line, clock, (contactId) => this.#guide.leadsInto(contactId, transferFlow));
    this.#callers = new Callers({
      line,
      clock,
      others: this.#others,
      guide: () => this.#guide,
      here: () => this.#hereNow,
    });
    line.centre.onTransition((transition) => {
      if (isOnScreens(transition.flow)) return;
      const way = this.#guide.follow(transition);
      const { agentComes } = this.#hereNow;
      if (typeof agentComes === 'function' && agentComes(way.at)) this.#agent.come();
      this.#callers.moved(transition.contactId, way);
    });
    line.centre.onOutboundCall(({ contactId }) => {
      if (this.#hereNow.otherProgram) line.centre.updateAttributes(contactId, { promise: 'none' });
    });
    line.onEvent((event) => this.#told(event));
    return laptop;
  }

  get #hereNow(): Circumstances {
    if (this.#here === undefined) throw new Error('nobody calls');
    return this.#here;
  }

  async #call(here: Circumstances): Promise<void> {
    const clock = this.#laptop?.clock;
    if (clock === undefined) throw new Error('no laptop');
    this.#person += 1;
    this.#callers.person = this.#person;
    this.#guide.turn += 1;
    if (here.agents === 'busy') this.#agent.leave();
    const { mobile, landline } = numbersOf(this.#person);
    const untilOver = () => clock.runWhile(() => !this.#callers.areOnTheLine, clock.now() + longestCallMilliseconds);
    if (here.calledBack) {
      const { language, attempts } = here.calledBack;
      const state = attempts > 0 ? 'missed' : 'booked';
      await this.#untilSlotLasts(clock);
      await this.#others.book(international(mobile), state, { dueNow: true, attempts, language });
      await clock.runWhile(() => this.#callers.areOnTheLine, clock.now() + longestDialMilliseconds);
      if (!this.#callers.areOnTheLine) this.#problems.push('nobody was called back');
    } else {
      const number =
        here.caller === 'withheld' ? 'anonymous' : international(here.caller === 'landline' ? landline : mobile);
      if (here.renamedQueue) await this.#others.book(number, 'booked', { queueShown: 'ancienne' });
      this.#callers.ring(number);
    }
    await untilOver();
    if (here.agentComes === 'later') {
      this.#agent.come();
      await clock.runWhile(() => this.#callers.areOnTheLine, clock.now() + 60_000);
      await untilOver();
    }
    await clock.runUntil(clock.now() + settlingMilliseconds);
    await untilOver();
    // A promise of an earlier call may come due at that very moment.
    for (let tries = 0; tries < 3 && this.#callers.areOnTheLine; tries += 1) {
      this.#callers.hangUp();
      await clock.runUntil(clock.now() + settlingMilliseconds);
    }
    if (this.#callers.areOnTheLine) this.#problems.push('a call stays open');
  }

  /** What is promised as its slot ends is carried over, and not called. */
  async #untilSlotLasts(clock: Clock): Promise<void> {
    const slotMilliseconds = this.#administration.callback.slotMinutes * 60_000;
    const intoSlot = clock.now() % slotMilliseconds;
    const isEnding = slotMilliseconds - intoSlot < fewMinutesMilliseconds;
    if (isEnding) await clock.runUntil(clock.now() - intoSlot + slotMilliseconds + 1000);
  }

  #told(event: CallEvent): void {
    if (event.kind === 'error') this.#problems.push(`${event.flow} ${event.action}: ${event.text}`);
    if (event.kind !== 'ended') return;
    if (event.outcome === 'dropped') this.#problems.push('a caller was dropped');
    this.#guide.end(event.contactId, this.#walked?.count === this.#countBefore);
  }

  /** Another line, to which a caller is handed over. */
  #elsewhere(call: ThirdPartyCall): void {
    const way = this.#guide.wayOf(call.contactId, ({ type }) => type === 'TransferParticipantToThirdParty');
    const wished = way?.route?.[0]?.name;
    if (wished === 'CallFailed') return call.refuse('busy');
    if (wished === 'ConnectionTimeLimitExceeded') return;
    const farEnd = call.answer();
    const clock = this.#laptop?.clock;
    clock?.at(clock.now() + 5000, () => farEnd.hangUp());
  }
}
