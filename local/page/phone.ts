import type { CallEvent } from '../call-event.ts';
import type { OutboundRinging, Telephone } from '../connect/centre.ts';
import { Trace } from './trace.ts';
import { Transcript } from './transcript.ts';

/** One caller's telephone on the page. It rings when its number is called back, also where the number is hidden from the line. */
export class Phone {
  readonly id: number;
  /** E.164. */
  number: string;
  hidden = false;
  telephone: Telephone | undefined;
  ringing: OutboundRinging | undefined;
  readonly heard = new Transcript();
  trace = new Trace();
  /** Of the call under way, else of the last one. */
  contactId = '';

  constructor(id: number, number: string) {
    this.id = id;
    this.number = number;
  }

  get idle(): boolean {
    return this.telephone === undefined && this.ringing === undefined;
  }

  call(telephone: Telephone): void {
    this.trace = new Trace();
    this.telephone = telephone;
    this.contactId = telephone.contactId;
  }

  ring(call: OutboundRinging, at: string): void {
    this.trace = new Trace();
    this.ringing = call;
    this.contactId = call.contactId;
    this.heard.write(at, 'note', 'Le téléphone sonne.');
  }

  /** `byDesk`: whether that name is of a desk of the page; others are simulated. */
  note(event: CallEvent, byDesk: (name: string) => boolean): void {
    // An agent who passes the caller on continues the call in another contact.
    this.contactId = (this.telephone ?? this.ringing)?.contactId ?? this.contactId;
    if (event.contactId !== this.contactId) return;
    if (event.flow !== null && event.action !== null) this.trace.underWay = { flow: event.flow, action: event.action };
    if (event.kind === 'heard' && event.by === 'caller') this.heard.write(event.at, 'machine', event.text);
    if (event.kind === 'pressed') this.heard.write(event.at, 'caller', `Touche ${event.keys.split('').join(' ')}`);
    if (event.kind === 'error') this.heard.write(event.at, 'note', `Erreur : ${event.text}`);
    if (event.kind === 'answered' && event.by === 'agent') {
      const who = byDesk(event.text)
        ? `${event.text} répond, à son poste.`
        : 'Un agent simulé répond ; il raccrochera de lui-même.';
      this.heard.write(event.at, 'note', who);
      // The whispers are over, and no flow runs while they talk.
      this.trace.underWay = undefined;
    }
    if (event.kind === 'ended' && !this.idle) this.#end(event.at);
  }

  #end(at: string): void {
    this.heard.write(at, 'note', 'Fin de l’appel.');
    this.telephone = undefined;
    this.ringing = undefined;
    this.trace.underWay = undefined;
  }
}
