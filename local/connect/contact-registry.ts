import type { ContactDescription } from './centre.ts';
import { Contact, type ContactRecord } from './contact.ts';

/** Every contact: those under way whole, those that ended by their record only. */
export class ContactRegistry {
  readonly #records = new Map<string, ContactRecord>();
  readonly #underWay = new Map<string, Contact>();

  create(
    description: ContactDescription,
    attributes: Record<string, string>,
    numbers: { customer: string | undefined; system: string },
  ): Contact {
    const record = { description, attributes: { ...attributes } };
    const contact = new Contact(record, numbers);
    this.#records.set(description.id, record);
    this.#underWay.set(description.id, contact);
    return contact;
  }

  underWay(contactId: string): Contact | undefined {
    return this.#underWay.get(contactId);
  }

  record(contactId: string): ContactRecord | undefined {
    return this.#records.get(contactId);
  }

  forget(contact: Contact): void {
    this.#underWay.delete(contact.id);
  }
}
