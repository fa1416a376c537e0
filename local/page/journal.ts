import { isoWithOffset } from '../../domain/administration/local-time.ts';
import { type BookingEvent, bookingEventType } from '../../domain/callback/contract.ts';
import type { CallEvent } from '../call-event.ts';
import type { Agent, OutboundRinging, Telephone } from '../connect/centre.ts';
import type { BusEntry } from '../events/bus-entry.ts';
import { smsLine } from '../ledger-lines.ts';
import type { Line } from '../line.ts';

/** Numbered from 1 for each transcript, so that a page knows which lines it has drawn when old ones are dropped. */
interface TranscriptLine {
  id: number;
  at: string;
  who: 'machine' | 'caller' | 'note';
  text: string;
}
export interface Message {
  at: string;
  to: string;
  text: string;
  parts: number;
}
/** Times are ISO 8601 with the offset of the administration; `slot` is null for a place kept in the queue. */
export interface BookingLine {
  slot: string | null;
  states: { at: string; state: BookingEvent['to'] }[];
}
/** Named so in events: the agent whose desk the page is. */
export const deskName = 'Claire';
/** So does what is changed from the supervisor's desk. */
export const supervisorName = 'superviseur';
const transcriptLimit = 200;
const endOfPromise: readonly string[] = ['done', 'exhausted', 'cancelled'];

class Transcript {
  readonly lines: TranscriptLine[] = [];
  #written = 0;

  write(at: string, who: TranscriptLine['who'], text: string): void {
    this.#written += 1;
    this.lines.push({ id: this.#written, at, who, text });
    if (this.lines.length > transcriptLimit) this.lines.shift();
  }
}

/** What the page shows of one line: its telephone, its agent's desk, its SMS, its bookings; fed by the line's events alone. */
export class Journal {
  readonly line: Line;
  telephone: Telephone | undefined;
  ringing: OutboundRinging | undefined;
  desk: Agent | undefined;
  supervisor: Agent | undefined;
  underWay: { flow: string; action: string } | undefined;
  /** Contacts of the guides that the desk was shown. */
  readonly #guideIds = new Set<string>();
  readonly heard = new Transcript();
  readonly heardAtDesk = new Transcript();
  readonly messages: Message[] = [];
  readonly bookings = new Map<string, BookingLine>();
  readonly answers: Record<string, Record<string, number>> = {};

  /** `rang`: the telephone or the desk begins to ring. */
  constructor(line: Line, { changed, rang }: { changed: () => void; rang: () => void }) {
    this.line = line;
    for (const message of line.sms.sent) this.#note(smsLine(message, line.administration.timeZone));
    line.onEvent((event) => {
      this.#note(event);
      if (event.kind === 'state' && event.of === 'agent' && event.to === 'ringing') rang();
      changed();
    });
    line.centre.onView(({ contactId, agentId }) => {
      if (agentId === this.desk?.id) this.#guideIds.add(contactId);
      changed();
    });
    line.bus.onPut((entry) => this.#noteBooking(entry));
    line.centre.onOutboundCall((call) => {
      // Somebody who is already on the telephone cannot take a second call.
      if (this.telephone !== undefined || this.ringing !== undefined) return call.refuse('busy');
      this.ringing = call;
      rang();
      changed();
    });
  }

  get rings(): boolean {
    return this.ringing !== undefined || this.desk?.state === 'ringing';
  }

  /** Whether somebody is still to be called back. */
  get promises(): boolean {
    return [...this.bookings.values()].some(({ states }) => !endOfPromise.includes(states.at(-1)?.state ?? ''));
  }

  #note(event: CallEvent): void {
    if (event.kind === 'sms') {
      this.messages.unshift({ at: event.at, to: event.to, text: event.text, parts: event.parts });
    } else if (event.kind === 'survey') {
      const counts = (this.answers[event.question] ??= {});
      counts[event.answer] = (counts[event.answer] ?? 0) + 1;
    } else {
      this.#noteAtDesk(event);
      this.#noteOnTelephone(event);
    }
  }

  #noteAtDesk(event: CallEvent): void {
    const own = [this.desk?.contactId, this.desk?.transferContactId];
    const isAtDesk = own.includes(event.contactId) || this.#guideIds.has(event.contactId);
    if (event.contactId === '' || !isAtDesk) return;
    if (event.kind === 'heard' && event.by === 'agent') this.heardAtDesk.write(event.at, 'machine', event.text);
    if (event.kind === 'answered' && event.by === 'agent')
      this.heardAtDesk.write(event.at, 'note', 'Vous êtes avec l’appelant.');
  }

  #noteOnTelephone(event: CallEvent): void {
    if (event.kind === 'ringing') this.heard.write(event.at, 'note', 'Le téléphone sonne.');
    if (event.contactId !== (this.telephone ?? this.ringing)?.contactId) return;
    if (event.flow !== null && event.action !== null) this.underWay = { flow: event.flow, action: event.action };
    if (event.kind === 'heard' && event.by === 'caller') this.heard.write(event.at, 'machine', event.text);
    if (event.kind === 'pressed') this.heard.write(event.at, 'caller', `Touche ${event.keys.split('').join(' ')}`);
    if (event.kind === 'error') this.heard.write(event.at, 'note', `Erreur : ${event.text}`);
    if (event.kind === 'answered' && event.by === 'agent') {
      const simulated = event.text !== deskName;
      const text = simulated ? 'Un agent simulé répond ; il raccrochera de lui-même.' : 'L’agent du poste répond.';
      this.heard.write(event.at, 'note', text);
    }
    if (event.kind === 'ended') {
      this.heard.write(event.at, 'note', 'Fin de l’appel.');
      this.telephone = undefined;
      this.ringing = undefined;
      this.underWay = undefined;
    }
  }

  #noteBooking({ detailType, detail }: BusEntry): void {
    if (detailType !== bookingEventType) return;
    const { bookingId, slot, to, at } = detail as BookingEvent;
    const local = (instant: string): string => isoWithOffset(new Date(instant), this.line.administration.timeZone);
    const states = this.bookings.get(bookingId)?.states ?? [];
    this.bookings.set(bookingId, {
      slot: slot === '' ? null : local(slot),
      states: [...states, { at: local(at), state: to }],
    });
  }
}
