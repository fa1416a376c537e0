import type { Contact, EventHook } from './contact.ts';
import { nothingKept } from './flow-data.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { FlowEnd, FlowHost } from './flow-run.ts';
import { runFlow } from './interpreter.ts';

export type RunEnd = FlowEnd | 'interrupted' | 'failed';

/** Runs flows for a contact, until they end or something interrupts all that run for it. */
export class FlowRunner {
  readonly #host: FlowHost;

  constructor(host: FlowHost) {
    this.#host = host;
  }

  runHook(contact: Contact, hook: EventHook, hearer: 'caller' | 'agent'): Promise<RunEnd> {
    return this.runOrDefault(contact, { id: contact.hooks.get(hook), kind: hook }, hearer);
  }

  /** What an instance or a flow does not set is Connect's own English default, named here in brackets. */
  async runOrDefault(
    contact: Contact,
    { id = '', kind }: { id?: string | undefined; kind: string },
    hearer: 'caller' | 'agent',
  ): Promise<RunEnd> {
    const flow = this.#host.resources.flow(id);
    if (flow) return this.run(contact, flow, hearer);
    this.#host.tell(contact, { kind: 'heard', by: hearer, text: `[Connect's default ${kind} flow]` });
    return 'ended';
  }

  async run(contact: Contact, flow: FlowDocument, hearer: 'caller' | 'agent'): Promise<RunEnd> {
    const { signal, done } = contact.beginRun();
    const nothing = { ...nothingKept(), modules: {}, callers: [], silentMilliseconds: 0, resumeAt: undefined };
    const host = this.#host;
    try {
      return await runFlow({ host, contact, hearer, signal, flow, action: flow.startAction, ...nothing });
    } finally {
      done();
    }
  }
}
