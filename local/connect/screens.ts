import type { Clock } from '../clock.ts';
import type { CentreAgent } from './agents.ts';
import type { Contact } from './contact.ts';
import type { JsonObject } from '../../flow-language/flow-document.ts';
import { interruption } from './interruption.ts';
import { answerOf, type Screen, type ViewAnswer } from './screen.ts';

/** What a flow shows, and until when it waits. */
export interface ViewToShow {
  screen: Screen;
  /** The view's input as the flow gives it. */
  data: JsonObject;
  place: { flow: string; action: string };
  seconds: number;
  /** Aborted where the guide is closed. */
  signal: AbortSignal;
}
export interface Pressed {
  button: string;
  answer: ViewAnswer;
}
/** A view on an agent's screen, until something of it is pressed or the guide goes on without. */
export interface ShownView {
  /** Another one for each view shown. */
  id: number;
  /** The guide's own contact, and the one that it is shown beside. */
  contactId: string;
  besideContactId: string;
  agentId: string;
  place: { flow: string; action: string };
  screen: Screen;
  /** A button by its words, and what is in the fields. False where it is not there, or not any more. */
  press(button: string, filledIn?: Record<string, string>): boolean;
}

/** What agents have on their screens. */
export class Screens {
  readonly #clock: Clock;
  readonly #shown = new Map<CentreAgent, ShownView>();
  #count = 0;
  readonly #listeners: ((view: ShownView) => void)[] = [];
  /** Whether anybody looks at the screens of simulated agents, who look at none. */
  showsSimulated = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  listen(listener: (view: ShownView) => void, of: 'desk' | 'everybody'): void {
    this.showsSimulated ||= of === 'everybody';
    this.#listeners.push(listener);
  }

  of(agent: CentreAgent): ShownView | undefined {
    return this.#shown.get(agent);
  }

  /** Resolves with what is pressed, undefined where nothing is in time; rejects where the guide is closed. */
  show(contact: Contact, agent: CentreAgent, { screen, data, place, seconds, signal }: ViewToShow) {
    return new Promise<Pressed | undefined>((resolve, reject) => {
      if (signal.aborted) return reject(interruption);
      const leave = (): void => {
        cancelTimeout();
        signal.removeEventListener('abort', close);
        if (this.#shown.get(agent) === view) this.#shown.delete(agent);
      };
      const close = (): void => {
        leave();
        reject(interruption);
      };
      const view: ShownView = {
        id: (this.#count += 1),
        contactId: contact.id,
        besideContactId: contact.record.description.relatedContactId ?? '',
        agentId: agent.id,
        place,
        screen,
        press: (button, filledIn = {}) => {
          const answer = this.#shown.get(agent) === view ? answerOf(screen, data, button, filledIn) : undefined;
          if (!answer) return false;
          leave();
          resolve({ button, answer });
          return true;
        },
      };
      const cancelTimeout = this.#clock.at(this.#clock.now() + seconds * 1000, () => {
        leave();
        resolve(undefined);
      });
      signal.addEventListener('abort', close, { once: true });
      this.#shown.set(agent, view);
      for (const listener of this.#listeners) listener(view);
    });
  }
}
