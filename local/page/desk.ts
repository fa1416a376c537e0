import type { CallEvent } from '../call-event.ts';
import type { Agent } from '../connect/centre.ts';
import { Transcript } from './transcript.ts';

/** One agent's desk on the page; nobody is at it before the first log-in. */
export class Desk {
  readonly id: number;
  readonly name: string;
  agent: Agent | undefined;
  readonly heard = new Transcript();
  /** Contacts of the guides that this desk was shown. */
  readonly #guideIds = new Set<string>();

  constructor(id: number, name: string) {
    this.id = id;
    this.name = name;
  }

  get rings(): boolean {
    return this.agent?.state === 'ringing';
  }

  shown(contactId: string, agentId: string): void {
    if (agentId === this.agent?.id) this.#guideIds.add(contactId);
  }

  note(event: CallEvent): void {
    const own = [this.agent?.contactId, this.agent?.transferContactId];
    const isHere = own.includes(event.contactId) || this.#guideIds.has(event.contactId);
    if (event.contactId === '' || !isHere) return;
    if (event.kind === 'heard' && event.by === 'agent') this.heard.write(event.at, 'machine', event.text);
    if (event.kind === 'answered' && event.by === 'agent') {
      this.heard.write(event.at, 'note', 'Vous êtes avec l’appelant.');
    }
  }
}
