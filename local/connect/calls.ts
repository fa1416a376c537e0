import type { CentreAgent } from './agents.ts';
import type { Contact, EventHook } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { FlowDocument } from './flow-document.ts';
import type { FlowEnd, FlowHost } from './flow-run.ts';
import { runFlow } from './interpreter.ts';
import { disconnectReasons, type EndCause, outcomeOf } from './outcome.ts';
import type { Router } from './router.ts';
import type { Workforce } from './workforce.ts';

interface CallsSettings {
  host: FlowHost;
  log: ContactLog;
  router: Router;
  workforce: Workforce;
  /** The contact is over. */
  forget: (contact: Contact) => void;
}

/** The life of a call: its flow, the queue, whispers, the conversation, the disconnect flow, its end. */
export class Calls {
  readonly #settings: CallsSettings;

  constructor(settings: CallsSettings) {
    this.#settings = settings;
  }

  /** The call is taken, by us or by the person we call: its flow begins. */
  connect(contact: Contact, flow: FlowDocument): void {
    const { log, host } = this.#settings;
    contact.record.description.connectedToSystemAt = new Date(host.clock.now());
    log.move(contact, 'connectedToSystem');
    log.contactEvent('CONNECTED_TO_SYSTEM', contact);
    void this.#runContactFlow(contact, flow);
  }

  async #runContactFlow(contact: Contact, flow: FlowDocument): Promise<void> {
    const end = await this.#run(contact, flow, 'caller');
    if (end === 'queued') {
      // An agent may have accepted already.
      if (contact.waiting) await this.#waitInQueue(contact);
    } else if (end !== 'interrupted') this.end(contact, end === 'failed' ? 'fault' : 'flow');
  }

  /** A queue flow that ends by itself leaves the caller waiting, in silence. */
  async #waitInQueue(contact: Contact): Promise<void> {
    const end = await this.#runHook(contact, 'CustomerQueue', 'caller');
    if (end === 'disconnect') this.end(contact, 'flow');
    if (end === 'failed') this.end(contact, 'fault');
  }

  /** An agent has accepted: whispers to both at once, then they talk. */
  async converse(contact: Contact, agent: CentreAgent): Promise<void> {
    const { host, log, workforce } = this.#settings;
    contact.interruptRuns();
    contact.agent = agent;
    log.move(contact, 'connecting');
    await Promise.all([
      this.#runHook(contact, 'AgentWhisper', 'agent'),
      this.#runHook(contact, 'CustomerWhisper', 'caller'),
    ]);
    if (contact.agent !== agent) return;
    const { description } = contact.record;
    contact.facts.agentReached = true;
    contact.agentArn = agent.arn;
    description.agentConnectedAt = new Date(host.clock.now());
    description.agentId = agent.id;
    log.move(contact, 'connectedToAgent');
    log.tell(contact, { kind: 'answered', by: 'agent', text: agent.name });
    log.contactEvent('CONNECTED_TO_AGENT', contact);
    if (!agent.simulated) return;
    host.clock.at(host.clock.now() + workforce.handleMilliseconds(agent), () => {
      if (contact.agent === agent) this.agentHangsUp(agent);
    });
  }

  /** The caller stays on the line if there is a disconnect flow. */
  agentHangsUp(agent: CentreAgent): void {
    const { contact } = agent;
    if (!contact || contact.agent !== agent) return;
    const { host, log, workforce } = this.#settings;
    contact.agent = undefined;
    contact.interruptRuns();
    workforce.release(agent, contact);
    const flow = host.resources.flow(contact.hooks.get('CustomerRemaining') ?? '');
    if (!flow) return this.end(contact, 'agent');
    log.move(contact, 'customerRemaining');
    void this.#runContactFlow(contact, flow);
  }

  /** Ends everything of the contact at once, whatever is under way. */
  end(contact: Contact, cause: EndCause): void {
    if (contact.ended) return;
    contact.ended = true;
    const { host, log, router, workforce, forget } = this.#settings;
    const { description } = contact.record;
    description.disconnectedAt = new Date(host.clock.now());
    description.disconnectReason = disconnectReasons[cause];
    contact.interruptRuns();
    router.leave(contact);
    const { agent } = contact;
    contact.agent = undefined;
    forget(contact);
    log.move(contact, 'disconnected');
    log.tell(contact, { kind: 'ended', outcome: outcomeOf(contact.facts, cause), text: disconnectReasons[cause] });
    log.contactEvent('DISCONNECTED', contact);
    if (agent) workforce.release(agent, contact);
    if (!contact.inAfterContactWork) this.complete(contact);
  }

  /** Both the caller and the agent are done. */
  complete(contact: Contact): void {
    if (contact.ended) this.#settings.log.contactEvent('COMPLETED', contact);
  }

  /** What a flow does not set is Connect's own English default, named here in brackets. */
  async #runHook(
    contact: Contact,
    hook: EventHook,
    hearer: 'caller' | 'agent',
  ): Promise<FlowEnd | 'interrupted' | 'failed'> {
    const { host, log } = this.#settings;
    const flow = host.resources.flow(contact.hooks.get(hook) ?? '');
    if (flow) return this.#run(contact, flow, hearer);
    log.tell(contact, { kind: 'heard', by: hearer, text: `[Connect's default ${hook} flow]` });
    return 'ended';
  }

  async #run(
    contact: Contact,
    flow: FlowDocument,
    hearer: 'caller' | 'agent',
  ): Promise<FlowEnd | 'interrupted' | 'failed'> {
    const { signal, done } = contact.beginRun();
    const nothing = { external: {}, flowAttributes: {}, storedInput: '', resumeAt: undefined };
    try {
      return await runFlow({
        host: this.#settings.host,
        contact,
        hearer,
        signal,
        flow,
        action: flow.startAction,
        ...nothing,
      });
    } finally {
      done();
    }
  }
}
