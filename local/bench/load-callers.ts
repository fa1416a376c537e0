import type { Clock } from '../clock.ts';
import type { InputAsked, OutboundRinging, Telephone } from '../connect/centre.ts';
import type { Line } from '../line.ts';

/** What a caller does: keys, one for each input that is asked for, then silence; and how long in the queue. */
export interface Behaviour {
  keys: readonly string[];
  patienceSeconds: number;
  /** How often the caller rings again after having left in vain. */
  redials: number;
  whenCalledBack: 'yes' | 'no' | 'busy' | 'machine';
  /** E.164, where it is another one than they ring from. */
  calledBackAt?: string;
  /** To the questions of the survey; content by default. */
  surveyKeys?: readonly string[];
}
interface Caller {
  number: string;
  behaviour: Behaviour;
  redialsLeft: number;
}
interface Call {
  caller: Caller;
  telephone: Telephone;
  keys: string[];
  leaveQueue: (() => void) | undefined;
}

const secondsBeforeAKey = 1;
const secondsBeforeAnswering = 4;
const secondsBeforeRedialling = 600;
/** What hears a key for a shorter time only informs. */
const shortestQuestionSeconds = 2;
const contentKeys = ['5', '1'];
const keysWhenCalledBack = ['1'];

/** Many callers on one line at once. A listener for all, and a record for each call under way: what they cost does not grow with the calls that ended. */
export class LoadCallers {
  /** How many calls ended in which way, callbacks among them. */
  readonly outcomes = new Map<string, number>();
  ended = 0;
  readonly #line: Line;
  readonly #clock: Clock;
  readonly #calls = new Map<string, Call>();
  readonly #callers = new Map<string, Caller>();

  constructor(line: Line, clock: Clock) {
    this.#line = line;
    this.#clock = clock;
    line.centre.onInputAsked((contactId, asked) => this.#asked(this.#calls.get(contactId), asked));
    line.centre.onOutboundCall((ringing) => this.#ringing(ringing));
    line.centre.onEvent((event) => {
      const call = this.#calls.get(event.contactId);
      if (call === undefined) return;
      if (event.kind === 'answered' && event.by === 'agent')
        call.keys = [...(call.caller.behaviour.surveyKeys ?? contentKeys)];
      else if (event.kind === 'state' && event.of === 'contact') this.#moved(call, event.to);
      else if (event.kind === 'ended') this.#over(call, event.contactId, event.outcome);
    });
  }

  get underWay(): number {
    return this.#calls.size;
  }

  /** @param number E.164 of nobody else, or `anonymous` */
  ring(number: string, behaviour: Behaviour): void {
    const caller = { number, behaviour, redialsLeft: behaviour.redials };
    this.#callers.set(behaviour.calledBackAt ?? number, caller);
    this.#dial(caller);
  }

  #dial(caller: Caller): void {
    this.#take(caller, this.#line.centre.ring(caller.number), caller.behaviour.keys);
  }

  #take(caller: Caller, telephone: Telephone, keys: readonly string[]): void {
    this.#calls.set(telephone.contactId, { caller, telephone, keys: [...keys], leaveQueue: undefined });
  }

  #asked(call: Call | undefined, { promptSeconds, timeLimitSeconds }: InputAsked): void {
    if (call === undefined || timeLimitSeconds < shortestQuestionSeconds) return;
    const keys = call.keys.shift();
    if (keys === undefined || keys === '-') return;
    this.#after(promptSeconds + secondsBeforeAKey, () => {
      if (keys === 'x') call.telephone.hangUp();
      else call.telephone.press(keys);
    });
  }

  #moved(call: Call, state: string): void {
    call.leaveQueue?.();
    call.leaveQueue =
      state === 'queued'
        ? this.#after(call.caller.behaviour.patienceSeconds, () => call.telephone.hangUp())
        : undefined;
  }

  #over(call: Call, contactId: string, outcome: string): void {
    const { caller } = call;
    call.leaveQueue?.();
    this.#calls.delete(contactId);
    this.ended += 1;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    if (outcome !== 'callerLeft' || caller.redialsLeft === 0) return;
    caller.redialsLeft -= 1;
    this.#after(secondsBeforeRedialling, () => this.#dial(caller));
  }

  #ringing(ringing: OutboundRinging): void {
    const caller = this.#callers.get(ringing.to);
    const answer = caller?.behaviour.whenCalledBack ?? 'no';
    if (caller === undefined || answer === 'no') return;
    this.#after(secondsBeforeAnswering, () => {
      if (answer === 'busy') ringing.refuse('busy');
      else if (answer === 'machine') ringing.answer('machine');
      else this.#take(caller, ringing.answer('caller'), keysWhenCalledBack);
    });
  }

  #after(seconds: number, action: () => void): () => void {
    return this.#clock.at(this.#clock.now() + seconds * 1000, action);
  }
}
