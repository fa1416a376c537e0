import type { ContactDescription } from './centre.ts';
import { Contact, type ContactRecord } from './contact.ts';

/** Every contact: those under way whole, those that ended by their record only. */
export class ContactRegistry {
  readonly #records = new Map<string, ContactRecord>();
  readonly #underWay = new Map<string, Contact>();
  /** The contacts that others come from, with all that came of them. */
  readonly #families = new Map<string, ContactRecord[]>();

  create(
    description: ContactDescription,
    attributes: Record<string, string>,
    numbers: { customer: string | undefined; system: string },
  ): Contact {
    const { customer: customerNumber, system: systemNumber } = numbers;
    const record = { description: { ...description, customerNumber, systemNumber }, attributes: { ...attributes } };
    const contact = new Contact(record, numbers);
    this.#records.set(description.id, record);
    this.#underWay.set(description.id, contact);
    this.#addToFamily(record);
    return contact;
  }

  /** A contact of a centre that ended, as it was then. */
  restore(record: ContactRecord): void {
    this.#records.set(record.description.id, record);
    this.#addToFamily(record);
  }

  /** The contact in which a caller goes on after another one: it has its attributes, and none of its hooks. */
  continueAs(
    previous: Contact,
    { id, initiationMethod, initiatedAt }: Pick<ContactDescription, 'id' | 'initiationMethod' | 'initiatedAt'>,
    numbers: { customer: string | undefined; system: string },
  ): Contact {
    const { id: previousContactId, initialContactId = previousContactId } = previous.record.description;
    previous.record.description.nextContactId = id;
    return this.create(
      { id, initiationMethod, initiatedAt, initialContactId, previousContactId },
      previous.record.attributes,
      numbers,
    );
  }

  /** How many contacts a chain has up to this one. */
  chainLength({ id, previousContactId }: ContactDescription): number {
    const previous = previousContactId === id ? undefined : this.#records.get(previousContactId ?? '');
    return previous ? 1 + this.chainLength(previous.description) : 1;
  }

  underWay(contactId: string): Contact | undefined {
    return this.#underWay.get(contactId);
  }

  /** Calls that take a line of the instance: a queued callback takes none before it rings. */
  callsUnderWay(): number {
    return [...this.#underWay.values()].filter(({ channel, onLine }) => channel === 'VOICE' && onLine).length;
  }

  record(contactId: string): ContactRecord | undefined {
    return this.#records.get(contactId);
  }

  /** The first contact of the chain that this one continues, if it is known. */
  initialOf(contactId: string | undefined): string | undefined {
    const description = this.#records.get(contactId ?? '')?.description;
    return description?.initialContactId ?? description?.id;
  }

  /** This contact, those it comes from and those that come from any of them, in the order of their beginnings. */
  family(contactId: string): ContactRecord[] {
    const record = this.#records.get(contactId);
    return record ? (this.#families.get(this.#rootOf(record.description)) ?? [record]) : [];
  }

  deleteCustomerNumber(contactId: string): 'deleted' | 'notEnded' | 'noContact' {
    const description = this.#records.get(contactId)?.description;
    if (!description) return 'noContact';
    if (!description.disconnectedAt) return 'notEnded';
    delete description.customerNumber;
    return 'deleted';
  }

  forget(contact: Contact): void {
    this.#underWay.delete(contact.id);
  }

  #addToFamily(record: ContactRecord): void {
    const { id } = record.description;
    const root = this.#records.get(this.#rootOf(record.description));
    if (!root || root.description.id === id) return;
    const family = this.#families.get(root.description.id) ?? [root];
    family.push(record);
    this.#families.set(root.description.id, family);
  }

  #rootOf({ id, initialContactId, relatedContactId }: ContactDescription): string {
    const nearest = this.#records.get(initialContactId ?? relatedContactId ?? id)?.description;
    return !nearest || nearest.id === id ? id : this.#rootOf(nearest);
  }
}
