import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { ContactRecord } from '../connect/contact.ts';
import type { SentSms } from '../sms/api.ts';
import { KeepFault } from './keep-fault.ts';

const agentPart = z.object({
  arn: z.string(),
  name: z.string(),
  connectedAt: z.coerce.date(),
  leftAt: z.coerce.date().optional(),
  writtenUpAt: z.coerce.date().optional(),
  holds: z.array(z.object({ from: z.coerce.date(), to: z.coerce.date().optional() })),
});
const contact = z.object({
  kind: z.literal('contact'),
  description: z.object({
    id: z.string(),
    channel: z.enum(['VOICE', 'TASK', 'CHAT']).optional(),
    initialContactId: z.string().optional(),
    previousContactId: z.string().optional(),
    relatedContactId: z.string().optional(),
    initiationMethod: z.enum(['INBOUND', 'OUTBOUND', 'API', 'CALLBACK', 'TRANSFER', 'QUEUE_TRANSFER']),
    initiatedAt: z.coerce.date(),
    connectedToSystemAt: z.coerce.date().optional(),
    enqueuedAt: z.coerce.date().optional(),
    agentConnectedAt: z.coerce.date().optional(),
    disconnectedAt: z.coerce.date().optional(),
    disconnectReason: z.string().optional(),
    queueId: z.string().optional(),
    agentId: z.string().optional(),
    customerNumber: z.string().optional(),
    systemNumber: z.string().optional(),
    nextContactId: z.string().optional(),
    dequeuedAt: z.coerce.date().optional(),
    agentPart: agentPart.optional(),
    agentConnectionAttempts: z.number().optional(),
    transferredTo: z.string().optional(),
    transferCompletedAt: z.coerce.date().optional(),
    recordedAt: z.coerce.date().optional(),
  }),
  attributes: z.record(z.string(), z.string()),
});
const sms = z.object({
  kind: z.literal('sms'),
  messageId: z.string(),
  at: z.number(),
  to: z.string(),
  senderId: z.string(),
  body: z.string(),
  parts: z.number(),
  context: z.record(z.string(), z.string()),
});
const entry = z.discriminatedUnion('kind', [contact, sms]);
type Entry = z.infer<typeof entry>;

/**
 * What is kept of a line beside its ledger: every contact as it was last told of, and every SMS that was accepted. One JSON object a line,
 * appended as it happens: a process that is killed loses at most the line it was writing.
 */
export class LineJournal {
  readonly #file: string;
  readonly #contacts = new Map<string, ContactRecord>();
  readonly #sms: SentSms[] = [];

  /** Reads what is there, and writes it again without what later lines replaced. @throws KeepFault naming the line that is damaged */
  constructor(file: string) {
    this.#file = file;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    // Behind the last line's end there is nothing, or a line that was cut.
    for (const [index, line] of lines.slice(0, -1).entries()) this.#take(parsed(file, index + 1, line));
    this.#compact();
  }

  /** In the order of their beginnings. */
  contacts(): ContactRecord[] {
    return [...this.#contacts.values()];
  }

  sms(): readonly SentSms[] {
    return this.#sms;
  }

  noteContact({ description, attributes }: ContactRecord): void {
    this.#append({ kind: 'contact', description, attributes });
  }

  noteSms(message: SentSms): void {
    this.#append({ kind: 'sms', ...message });
  }

  #take(noted: Entry): void {
    if (noted.kind === 'sms') {
      const { kind: _, ...message } = noted;
      this.#sms.push(message);
    } else this.#contacts.set(noted.description.id, withoutAbsent(noted));
  }

  #compact(): void {
    const contacts = this.contacts().map((record) => JSON.stringify({ kind: 'contact', ...record }));
    const messages = this.#sms.map((message) => JSON.stringify({ kind: 'sms', ...message }));
    writeFileSync(`${this.#file}.new`, [...contacts, ...messages].map((line) => `${line}\n`).join(''));
    renameSync(`${this.#file}.new`, this.#file);
  }

  #append(noted: unknown): void {
    appendFileSync(this.#file, `${JSON.stringify(noted)}\n`);
  }
}

function parsed(file: string, lineNumber: number, line: string): Entry {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    throw new KeepFault(`${file}:${lineNumber} is damaged: what was kept cannot be opened`);
  }
}

function withoutAbsent({ description, attributes }: Extract<Entry, { kind: 'contact' }>): ContactRecord {
  return { description, attributes };
}
