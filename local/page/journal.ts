import { type BookingEvent, bookingEventType } from '../../domain/callback/contract.ts';
import type { CallEvent } from '../call-event.ts';
import type { FlowTransition } from '../connect/branch.ts';
import type { Agent, Invocation, OutboundRinging } from '../connect/centre.ts';
import { smsLine } from '../ledger-lines.ts';
import type { Line } from '../line.ts';
import { Desk } from './desk.ts';
import { targetOf } from './flow-drawing.ts';
import { Phone } from './phone.ts';
import { Promises } from './promises.ts';

export interface Message {
  at: string;
  to: string;
  text: string;
  parts: number;
}
/** So named is what is changed from the supervisor's desk. */
export const supervisorName = 'superviseur';
/** Named so in events: the agents whose desks are on the page. */
const deskNames = ['Claire', 'Karim', 'Inès', 'Lucas', 'Moana', 'Yann'];
/** Mobiles and landlines by turns; the landlines are of a range reserved for fiction. */
const phoneNumbers = ['+33612345678', '+33199000002', '+33612345679', '+33199000003', '+33612345680', '+33199000004'];

/** What the page shows of one line: telephones, desks, SMS, promises; fed by the line's events alone. */
export class Journal {
  readonly line: Line;
  readonly phones: Phone[] = [];
  readonly desks: Desk[] = [];
  readonly promises: Promises;
  readonly messages: Message[] = [];
  readonly answers: Record<string, Record<string, number>> = {};
  supervisor: Agent | undefined;
  /** The alert and the switches, in sentences; empty before they are first read. */
  inForce: string[] = [];
  readonly #heard: { changed: () => void; rang: () => void; now: () => string };

  /** `rang`: a telephone or a desk begins to ring. `now`: ISO 8601 with the offset of the administration. */
  constructor(line: Line, heard: { changed: () => void; rang: () => void; now: () => string }) {
    this.line = line;
    this.#heard = heard;
    this.promises = new Promises(line.administration.timeZone);
    this.addPhone();
    this.addDesk();
    for (const message of line.sms.sent) this.#note(smsLine(message, line.administration.timeZone));
    line.onEvent((event) => this.#note(event));
    line.centre.onTransition((transition) => this.#took(transition));
    line.centre.onInvocation((invocation) => this.#invoked(invocation));
    line.centre.onView(({ contactId, agentId }) => {
      for (const desk of this.desks) desk.shown(contactId, agentId);
      heard.changed();
    });
    line.bus.onPut(({ detailType, detail }) => {
      if (detailType === bookingEventType) this.promises.note(detail as BookingEvent);
    });
    line.centre.onOutboundCall((call) => this.#ring(call));
  }

  get rings(): boolean {
    return this.phones.some(({ ringing }) => ringing !== undefined) || this.desks.some(({ rings }) => rings);
  }

  /** Undefined where the page has as many as it can show. */
  addPhone(number?: string): Phone | undefined {
    const next = phoneNumbers[this.phones.length];
    if (next === undefined) return undefined;
    const phone = new Phone(this.phones.length + 1, number ?? next);
    this.phones.push(phone);
    return phone;
  }

  /** Undefined where the page has as many as it can show. */
  addDesk(): Desk | undefined {
    const name = deskNames[this.desks.length];
    if (name === undefined) return undefined;
    const desk = new Desk(this.desks.length + 1, name);
    this.desks.push(desk);
    return desk;
  }

  /** Who is called back at a number that no telephone of the page has gets one. */
  #ring(call: OutboundRinging): void {
    const owners = this.phones.filter(({ number }) => number === call.to);
    const phone = owners.find(({ idle }) => idle) ?? (owners.length > 0 ? undefined : this.addPhone(call.to));
    // Somebody who is already on the telephone cannot take a second call.
    if (phone === undefined) return call.refuse(owners.length > 0 ? 'busy' : 'unreachable');
    phone.ring(call, this.#heard.now());
    this.#heard.rang();
    this.#heard.changed();
  }

  #note(event: CallEvent): void {
    if (event.kind === 'sms') {
      this.messages.unshift({ at: event.at, to: event.to, text: event.text, parts: event.parts });
    } else if (event.kind === 'survey') {
      const counts = (this.answers[event.question] ??= {});
      counts[event.answer] = (counts[event.answer] ?? 0) + 1;
    } else {
      for (const desk of this.desks) desk.note(event);
      for (const phone of this.phones) phone.note(event, (name) => this.desks.some((desk) => desk.name === name));
    }
    if (event.kind === 'state' && event.of === 'agent' && event.to === 'ringing') this.#heard.rang();
    this.#heard.changed();
  }

  #took(transition: FlowTransition): void {
    const flow = this.line.deployment.flows.find(({ name }) => name === transition.flow);
    const target = flow && targetOf(flow, transition.action, transition.taken);
    this.#traceOf(transition.contactId)?.took(transition, target);
    this.#heard.changed();
  }

  #invoked(invocation: Invocation): void {
    this.#traceOf(invocation.contactId)?.invoked(invocation);
    this.#heard.changed();
  }

  #traceOf(contactId: string) {
    return this.phones.find((phone) => (phone.telephone ?? phone.ringing)?.contactId === contactId)?.trace;
  }
}
