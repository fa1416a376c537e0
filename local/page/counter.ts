import type { ServerResponse } from 'node:http';
import { isOpenAt, nextOpening } from '../../domain/administration/opening-hours.ts';
import { changeLine } from '../change-line.ts';
import type { Laptop } from '../laptop.ts';
import { deskActions } from './desk-actions.ts';
import { guideActions } from './guide-actions.ts';
import { Journal } from './journal.ts';
import { Pace } from './pace.ts';
import { type Action, between, keysOf, numberOf, present, RequestFault } from './requests.ts';
import { view } from './view.ts';

const drawingPauseMilliseconds = 80;
const clockTickMilliseconds = 1000;
const dayMilliseconds = 24 * 3600_000;
/** Callbacks are promised for one of the next working days: bridges of public holidays are shorter than this. */
const longestWaitMilliseconds = 14 * dayMilliseconds;

/** Between the page and the lines: the telephones, the desk, the clock. One journal a line, any number of pages that look at it. */
export class Counter {
  readonly #laptop: Laptop;
  readonly #journals = new Map<string, Journal>();
  readonly #pages = new Set<{ journal: Journal; response: ServerResponse }>();
  readonly #pace: Pace;
  readonly #ticking: NodeJS.Timeout;
  #drawing: NodeJS.Timeout | undefined;

  constructor(laptop: Laptop) {
    this.#laptop = laptop;
    this.#pace = new Pace(laptop.clock);
    const changed = (): void => this.#changed();
    // Whoever rings waits some seconds only, and a person must have them.
    const rang = (): void => this.#pace.follow(1);
    for (const line of laptop.lines) {
      this.#journals.set(line.administration.id, new Journal(line, { changed, rang }));
    }
    this.#ticking = setInterval(changed, clockTickMilliseconds);
  }

  lines(): { id: string; name: string }[] {
    return this.#laptop.lines.map(({ administration: { id, name } }) => ({ id, name }));
  }

  /** Time that runs ahead ends where it is. */
  stop(): void {
    clearInterval(this.#ticking);
    clearTimeout(this.#drawing);
    this.#pace.stopAdvancing();
  }

  /** Server-sent events: the whole view, each time something changed. @throws RequestFault where there is no such line */
  follow(line: string, response: ServerResponse): void {
    const page = { journal: this.#journal(line), response };
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    this.#pages.add(page);
    response.on('close', () => this.#pages.delete(page));
    this.#draw();
  }

  /** @throws RequestFault, in French, for what cannot be done */
  async act(lineId: string, name: string, parameters: Record<string, unknown>): Promise<void> {
    const actions = new Map(Object.entries(this.#actions(this.#journal(lineId))));
    const action = actions.get(name);
    if (action === undefined) throw new RequestFault('Cette action n’existe pas.');
    await action(parameters);
    this.#changed();
  }

  #actions(journal: Journal): Record<string, Action> {
    return {
      ...this.#telephone(journal),
      ...deskActions(journal),
      ...guideActions(journal, this.#laptop.clock),
      ...this.#time(journal),
      changeLine: (change) => this.#changeLine(journal, change),
    };
  }

  /** What `npm run switch` and `npm run alert` ask; its reasons are theirs to print. */
  async #changeLine({ line }: Journal, change: Record<string, unknown>): Promise<void> {
    const answer = await this.#laptop.clock.during(changeLine(line, change));
    if (answer.status === 'refused') throw new RequestFault(answer.reasons.join('\n'));
  }

  #telephone(journal: Journal): Record<string, Action> {
    const pickUp = () => {
      const call = present(journal.ringing, 'Le téléphone ne sonne pas.');
      journal.ringing = undefined;
      return call;
    };
    const inCall = () => present(journal.telephone, 'Aucun appel n’est en cours.');
    return {
      ring: ({ from }) => {
        if (journal.telephone !== undefined) throw new RequestFault('Ce téléphone est déjà en ligne.');
        if (journal.ringing !== undefined) throw new RequestFault('Ce téléphone sonne : décrochez ou refusez l’appel.');
        const number = numberOf(from);
        // Whoever rings wants to be heard now, not when the clock has run on.
        this.#pace.stopAdvancing();
        journal.telephone = journal.line.centre.ring(number);
      },
      press: ({ keys }) => inCall().press(keysOf(keys)),
      hangUp: () => inCall().hangUp(),
      answer: () => {
        journal.telephone = pickUp().answer('caller');
      },
      refuse: () => {
        present(journal.ringing, 'Le téléphone ne sonne pas.').refuse('refused');
        journal.ringing = undefined;
      },
    };
  }

  #time(journal: Journal): Record<string, Action> {
    const pace = this.#pace;
    return {
      speed: ({ times }) => pace.follow(between(times, 1, 60)),
      advance: ({ seconds }) => this.#advance(pace.now + between(seconds, 1, dayMilliseconds / 1000) * 1000),
      untilItRings: () => {
        if (!journal.promises) throw new RequestFault('Aucun rappel n’est prévu sur cette ligne.');
        return this.#advance(pace.now + longestWaitMilliseconds);
      },
      untilOpening: () => {
        const { administration } = journal.line;
        const now = new Date(pace.now);
        if (isOpenAt(administration, now)) throw new RequestFault('Cette ligne est déjà ouverte.');
        const opening = present(nextOpening(administration, now), 'Cette ligne n’ouvre pas dans l’année.');
        return this.#advance(opening.getTime());
      },
      stopAdvancing: () => pace.stopAdvancing(),
    };
  }

  /** Ends early when a telephone or a desk begins to ring, on any line: they ring for some seconds only. */
  #advance(untilMilliseconds: number): Promise<void> {
    const silent = [...this.#journals.values()].filter(({ rings }) => !rings);
    return this.#pace.advance(untilMilliseconds, () => silent.some(({ rings }) => rings));
  }

  #journal(line: string): Journal {
    return present(this.#journals.get(line), 'Cette ligne n’existe pas.');
  }

  #changed(): void {
    this.#drawing ??= setTimeout(() => {
      this.#drawing = undefined;
      this.#draw();
    }, drawingPauseMilliseconds);
  }

  #draw(): void {
    const ringing = [...this.#journals.values()].filter(({ rings }) => rings);
    for (const { journal, response } of this.#pages) {
      const elsewhere = ringing.filter((other) => other !== journal).map(({ line }) => line.administration.name);
      response.write(`data: ${JSON.stringify(view(journal, this.#pace, elsewhere))}\n\n`);
    }
  }
}
