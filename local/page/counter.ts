import type { ServerResponse } from 'node:http';
import { isoWithOffset, localTime } from '../../domain/administration/local-time.ts';
import { reportPrefix } from '../../domain/reporting/report-contract.ts';
import type { ForgetResult } from '../../domain/administration/forgetting.ts';
import { changeLine } from '../change-line.ts';
import type { Laptop } from '../laptop.ts';
import { askOwnFunction } from '../own-function.ts';
import { deskActions } from './desk-actions.ts';
import { drawingOf, type FlowDrawing } from './flow-drawing.ts';
import { guideActions } from './guide-actions.ts';
import { Journal } from './journal.ts';
import { lineInForce } from './line-in-force.ts';
import { Pace } from './pace.ts';
import { phoneActions } from './phone-actions.ts';
import { type Action, dayOf, present, RequestFault } from './requests.ts';
import { compileDayReport, type DayReport, ReportFault } from '../reports/day-report.ts';
import { timeActions } from './time-actions.ts';
import { view } from './view.ts';

const drawingPauseMilliseconds = 80;
const clockTickMilliseconds = 1000;
const inForceMilliseconds = 5000;

/** Between the page and the lines: the telephones, the desk, the clock. One journal a line, any number of pages that look at it. */
export class Counter {
  readonly #laptop: Laptop;
  readonly #journals = new Map<string, Journal>();
  readonly #pages = new Set<{ journal: Journal; response: ServerResponse }>();
  readonly #pace: Pace;
  readonly #ticking: NodeJS.Timeout;
  readonly #inForce: NodeJS.Timeout;
  #reading = false;
  #drawing: NodeJS.Timeout | undefined;

  constructor(laptop: Laptop) {
    this.#laptop = laptop;
    this.#pace = new Pace(laptop.clock);
    const changed = (): void => this.#changed();
    // Whoever rings waits some seconds only, and a person must have them.
    const rang = (): void => this.#pace.follow(1);
    for (const line of laptop.lines) {
      const { id, timeZone } = line.administration;
      const now = (): string => isoWithOffset(new Date(this.#pace.now), timeZone);
      this.#journals.set(id, new Journal(line, { changed, rang, now }));
    }
    this.#ticking = setInterval(changed, clockTickMilliseconds);
    this.#inForce = setInterval(() => void this.#readInForce(), inForceMilliseconds);
  }

  lines(): { id: string; name: string }[] {
    return this.#laptop.lines.map(({ administration: { id, name } }) => ({ id, name }));
  }

  /** Time that runs ahead ends where it is. */
  stop(): void {
    clearInterval(this.#ticking);
    clearInterval(this.#inForce);
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
    void this.#readInForce();
  }

  /** The promises of the line's day, as CSV. @throws RequestFault where there is no such line */
  promises(line: string): string {
    const {
      promises,
      line: { administration },
    } = this.#journal(line);
    return promises.csv(localTime(new Date(this.#pace.now), administration.timeZone).date);
  }

  /** The report of a day, compiled now; today's where none is named. @throws RequestFault */
  async report(lineId: string, { day }: Record<string, unknown> = {}): Promise<DayReport> {
    const { line } = this.#journal(lineId);
    const asked = day ?? localTime(new Date(this.#pace.now), line.administration.timeZone).date;
    const compiled = this.#laptop.clock.during(compileDayReport(line, dayOf(asked)));
    return compiled.catch((fault: unknown) => {
      throw fault instanceof ReportFault ? new RequestFault(fault.message) : fault;
    });
  }

  /** A file of a report that was compiled. @throws RequestFault where there is no such line */
  reportFile(lineId: string, day: string, name: string): Buffer | undefined {
    const { deployment, objects } = this.#journal(lineId).line;
    const [bucket] = deployment.buckets;
    return bucket && objects.get(bucket.name, `${reportPrefix(day)}${name}`)?.body;
  }

  /** A flow of the line, laid out. @throws RequestFault where there is no such line or flow */
  drawing(line: string, flow: string): FlowDrawing {
    const { flows } = this.#journal(line).line.deployment;
    return drawingOf(
      present(
        flows.find(({ name }) => name === flow),
        'Ce parcours n’existe pas.',
      ),
    );
  }

  /** @throws RequestFault, in French, for what cannot be done */
  async act(lineId: string, name: string, parameters: Record<string, unknown>): Promise<void> {
    const actions = new Map(Object.entries(this.#actions(this.#journal(lineId))));
    const action = actions.get(name);
    if (action === undefined) throw new RequestFault('Cette action n’existe pas.');
    await action(parameters);
    this.#changed();
  }

  /** What `npm run forget` asks: as much as one invocation does. @throws RequestFault where there is no such line */
  forget(lineId: string, request: Record<string, unknown>): Promise<ForgetResult> {
    const { line } = this.#journal(lineId);
    return this.#laptop.clock.during(askOwnFunction<ForgetResult>(line, 'forget-person', request));
  }

  #actions(journal: Journal): Record<string, Action> {
    return {
      ...phoneActions(journal, this.#pace),
      ...deskActions(journal),
      ...guideActions(journal, this.#laptop.clock),
      ...timeActions(journal, this.#pace, (until) => this.#advance(until)),
      changeLine: (change) => this.#changeLine(journal, change),
    };
  }

  /** What `npm run switch` and `npm run alert` ask; its reasons are theirs to print. */
  async #changeLine({ line }: Journal, change: Record<string, unknown>): Promise<void> {
    const answer = await this.#laptop.clock.during(changeLine(line, change));
    if (answer.status === 'refused') throw new RequestFault(answer.reasons.join('\n'));
    await this.#readInForce();
  }

  /** Ends early when a telephone or a desk begins to ring, on any line: they ring for some seconds only. */
  #advance(untilMilliseconds: number): Promise<void> {
    const silent = [...this.#journals.values()].filter(({ rings }) => !rings);
    return this.#pace.advance(untilMilliseconds, () => silent.some(({ rings }) => rings));
  }

  /** Now and then, while somebody looks: an alert also ends by itself. */
  async #readInForce(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      for (const journal of new Set([...this.#pages].map((page) => page.journal))) {
        journal.inForce = await lineInForce(journal.line);
      }
    } finally {
      this.#reading = false;
    }
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
