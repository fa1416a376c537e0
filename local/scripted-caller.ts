import type { Clock } from './clock.ts';
import type { ContactCentre, InputAsked, OutboundRinging, Telephone } from './connect/centre.ts';
import type { Token } from './script.ts';

/** What happens when the caller's telephone rings: one per attempt, the last repeated. */
export type Answer = 'yes' | 'no' | 'busy' | 'machine';

const secondsBeforeAnswering = 4;
const secondsBeforeAKey = 1;
/** What hears a key for a shorter time only informs: it asks for none, and the script spends no token on it. */
const shortestQuestionSeconds = 2;
const secondsBeforeRingingAgain = 30;
const patienceInQueueMilliseconds = 30 * 60_000;

interface CallerScript {
  /** Where the caller rings from: E.164, or `anonymous`. */
  number: string;
  tokens: Token[];
  answers: Answer[];
  /** The telephone that this caller answers; without it, whichever rings. */
  calledAt?: string | undefined;
  /** Lines that a call may be handed over to: they ask this caller alone. */
  elsewhere?: readonly ContactCentre[];
}

/**
 * A caller who follows a script: rings, presses one token per input asked for, answers when called back, and runs on through callback legs
 * and survey. After the last token the caller stays silent, and hangs up after 30 minutes in the queue.
 */
export class ScriptedCaller {
  readonly #centre: ContactCentre;
  readonly #clock: Clock;
  readonly #tokens: Token[];
  readonly #answers: Answer[];
  #number: string;
  readonly #calledAt: string | undefined;
  #telephone: Telephone | undefined;
  #silentUntil = 0;
  #isAboutToRing = false;
  #leaveQueue: (() => void) | undefined;

  constructor(centre: ContactCentre, clock: Clock, script: CallerScript) {
    this.#centre = centre;
    this.#clock = clock;
    this.#tokens = [...script.tokens];
    this.#answers = [...script.answers];
    this.#number = script.number;
    this.#calledAt = script.calledAt;
    centre.onInputAsked((contactId, asked) => {
      if (contactId === this.#telephone?.contactId) this.#inputAsked(asked);
    });
    for (const other of script.elsewhere ?? []) other.onInputAsked((_, asked) => this.#inputAsked(asked));
    centre.onOutboundCall((call) => this.#ringing(call));
    centre.onEvent((event) => {
      if (event.kind === 'state' && event.of === 'contact') this.#contactMoved(event.contactId, event.to);
      if (event.kind !== 'ended' || event.contactId !== this.#telephone?.contactId) return;
      this.#telephone = undefined;
      this.#betweenCalls();
    });
  }

  /** Rings the line; returns the contact's id. */
  ring(): string {
    this.#telephone = this.#centre.ring(this.#number);
    this.#passWaits();
    return this.#telephone.contactId;
  }

  /** On the telephone, or about to ring again. */
  get isUnderWay(): boolean {
    return this.#telephone !== undefined || this.#isAboutToRing;
  }

  /** Waits, then rings, where the script says so next. */
  #betweenCalls(): void {
    const [head, next] = this.#tokens;
    const ring = head?.kind === 'wait' ? next : head;
    this.#isAboutToRing = ring?.kind === 'ring';
    if (ring?.kind !== 'ring') return;
    const seconds = head?.kind === 'wait' ? head.seconds : secondsBeforeRingingAgain;
    this.#tokens.splice(0, head === ring ? 1 : 2);
    this.#clock.at(this.#clock.now() + seconds * 1000, () => {
      this.#isAboutToRing = false;
      this.#number = ring.from ?? this.#number;
      if (this.#telephone === undefined) this.ring();
    });
  }

  /** Whatever the script says next. */
  hangUp(): void {
    this.#telephone?.hangUp();
  }

  /** The script's caller hears the prompt to its end, and then acts. */
  #inputAsked({ promptSeconds, timeLimitSeconds }: InputAsked): void {
    const telephone = this.#telephone;
    if (telephone === undefined || this.#clock.now() < this.#silentUntil) return;
    if (timeLimitSeconds < shortestQuestionSeconds) return;
    const token = this.#tokens.shift();
    this.#passWaits();
    if (token === undefined || token.kind === 'silence') return;
    this.#clock.at(this.#clock.now() + (promptSeconds + secondsBeforeAKey) * 1000, () => {
      if (token.kind === 'keys') telephone.press(token.keys);
      else if (token.kind === 'say') telephone.say(token.intent);
      else if (token.kind === 'hangUp') telephone.hangUp();
    });
  }

  /** Waits at the head of the script need no input to be asked for, nor does a hang-up right after them; before a ring they are between calls. */
  #passWaits(): void {
    const [head, next] = this.#tokens;
    if (head?.kind !== 'wait' || next?.kind === 'ring') return;
    this.#tokens.shift();
    this.#silentUntil = this.#clock.now() + head.seconds * 1000;
    this.#clock.at(this.#silentUntil, () => {
      if (next?.kind === 'hangUp') {
        this.#tokens.shift();
        this.#telephone?.hangUp();
      } else this.#passWaits();
    });
  }

  #ringing(call: OutboundRinging): void {
    if (this.#calledAt !== undefined && call.to !== this.#calledAt) return;
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    if (answer === undefined || answer === 'no') return;
    this.#clock.at(this.#clock.now() + secondsBeforeAnswering * 1000, () => {
      if (answer === 'busy') call.refuse('busy');
      else if (answer === 'machine') call.answer('machine');
      else this.#telephone = call.answer('caller');
    });
  }

  #contactMoved(contactId: string, state: string): void {
    if (contactId !== this.#telephone?.contactId) return;
    if (state !== 'queued') {
      this.#leaveQueue?.();
      this.#leaveQueue = undefined;
      return;
    }
    this.#leaveQueue ??= this.#clock.at(this.#clock.now() + patienceInQueueMilliseconds, () => {
      this.#telephone?.hangUp();
    });
  }
}
