import type { Clock } from '../../../local/clock.ts';
import type { InputAsked, OutboundRinging, Telephone } from '../../../local/connect/centre.ts';
import type { Line } from '../../../local/line.ts';
import type { Circumstances } from './circumstances.ts';
import type { Guide, Way } from './guide.ts';
import { CodeAndNumber, menuKey } from './keys.ts';
import type { OtherPeople } from './other-people.ts';

/** Where nothing happens any more, a caller hangs up: longer than the minute after which a queue is told its place again. */
const secondsOfPatience = 200;
const secondsBeforeAKey = 0.3;
const secondsBeforeAnswering = 2;

interface Settings {
  line: Line;
  clock: Clock;
  others: OtherPeople;
  guide: () => Guide;
  here: () => Circumstances;
}

/** The people of these calls: each presses what leads to what nobody has walked yet, and hangs up where nothing is left. */
export class Callers {
  readonly #settings: Settings;
  readonly #telephones = new Map<string, Telephone>();
  readonly #ended = new Set<string>();
  readonly #moves = new Map<string, number>();
  readonly #keyed: CodeAndNumber;
  /** Counts the people: each has numbers of their own. */
  person = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    const { line } = settings;
    this.#keyed = new CodeAndNumber(settings.others);
    line.centre.onInputAsked((contactId, asked) => void this.#press(contactId, asked));
    line.centre.onOutboundCall((call) => this.#after(secondsBeforeAnswering, () => this.#answer(call)));
    line.onEvent((event) => {
      if (event.kind === 'ended') this.#end(event.contactId);
    });
  }

  get areOnTheLine(): boolean {
    return this.#telephones.size > 0;
  }

  ring(number: string): void {
    const telephone = this.#settings.line.centre.ring(number);
    this.#telephones.set(telephone.contactId, telephone);
  }

  hangUp(): void {
    for (const telephone of this.#telephones.values()) telephone.hangUp();
  }

  /** What `offer-slots` offered as the first choice. */
  noteOffered(contactId: string, start: string): void {
    this.#keyed.noteOffered(contactId, start);
  }

  /** To be told of every way that a transition leads to. */
  moved(contactId: string, { at, route }: Way): void {
    const { guide, here } = this.#settings;
    const move = (this.#moves.get(contactId) ?? 0) + 1;
    this.#moves.set(contactId, move);
    this.#after(secondsOfPatience, () => {
      if (this.#moves.get(contactId) !== move || this.#ended.has(contactId)) return;
      const [wished] = route ?? [];
      if (wished) guide().close(wished);
      this.#telephones.get(contactId)?.hangUp();
    });
    const isOwnEnd = at.type === 'DisconnectParticipant' || /whisper|hold/.test(at.flow);
    if (route !== undefined || isOwnEnd || (here().agents === 'here' && guide().awaits(contactId))) return;
    this.#after(0, () => this.#telephones.get(contactId)?.hangUp());
  }

  async #press(contactId: string, { expects }: InputAsked): Promise<void> {
    const { guide, here, clock } = this.#settings;
    const telephone = this.#telephones.get(contactId);
    const way = guide().wayOf(contactId, ({ type }) => type === 'GetParticipantInput');
    const [next] = way?.route ?? [];
    if (telephone === undefined || way?.route === undefined || next === undefined) return;
    // Who is to be interrupted by an agent presses nothing meanwhile.
    const { agentComes } = here();
    if (typeof agentComes === 'function' && agentComes(way.at)) return;
    const keys =
      expects === 'menu'
        ? (this.#keyed.lateKey(contactId, way.route, clock.now()) ?? menuKey(next))
        : await clock.during(this.#keyed.digits(contactId, way.route, this.person));
    if (keys !== undefined) this.#after(secondsBeforeAKey, () => telephone.press(keys));
  }

  #answer(call: OutboundRinging): void {
    if (!this.#ended.has(call.contactId)) this.#telephones.set(call.contactId, call.answer('caller'));
  }

  #end(contactId: string): void {
    const telephone = this.#telephones.get(contactId);
    this.#telephones.delete(contactId);
    this.#ended.add(contactId);
    // An agent has passed the caller on.
    if (telephone && telephone.contactId !== contactId) this.#telephones.set(telephone.contactId, telephone);
  }

  #after(seconds: number, action: () => void): void {
    const { clock } = this.#settings;
    clock.at(clock.now() + seconds * 1000, action);
  }
}
