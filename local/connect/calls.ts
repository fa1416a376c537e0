import type { CentreAgent } from './agents.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { FlowDocument, FlowType } from '../../flow-language/flow-document.ts';
import type { FlowHost } from './flow-run.ts';
import type { FlowRunner, RunEnd } from './flow-runner.ts';
import { disconnectReasons, type EndCause, outcomeOf } from './outcome.ts';
import type { Router } from './router.ts';
import type { Workforce } from './workforce.ts';

interface CallsSettings {
  host: FlowHost;
  log: ContactLog;
  router: Router;
  workforce: Workforce;
  flows: FlowRunner;
  /** The contact is over. */
  forget: (contact: Contact) => void;
}

/** What ends a contact when its flow ends so. */
const causes: Partial<Record<RunEnd, EndCause>> = {
  disconnect: 'flow',
  ended: 'flow',
  transferred: 'thirdParty',
  failed: 'fault',
};

/** Only where such a flow is run by itself, to hear what an agent would. */
const agentsHear: ReadonlySet<FlowType> = new Set(['AGENT_WHISPER', 'AGENT_HOLD', 'AGENT_TRANSFER', 'QUEUE_TRANSFER']);

/** The life of a call: its flow, the queue, the disconnect flow, its end. */
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
    void this.follow(contact, flow);
  }

  /** Runs the flow that the contact is in, up to the queue or to the contact's end. */
  async follow(contact: Contact, flow: FlowDocument): Promise<void> {
    const end = await this.#settings.flows.run(contact, flow, agentsHear.has(flow.type) ? 'agent' : 'caller');
    const cause = causes[end];
    if (cause) this.end(contact, cause);
    // An agent may have accepted already.
    else if (end === 'queued' && contact.waiting && contact.onLine) await this.waitInQueue(contact);
  }

  /** A queue flow that ends by itself leaves the caller waiting, in silence. */
  async waitInQueue(contact: Contact): Promise<void> {
    const end = await this.#settings.flows.runHook(contact, 'CustomerQueue', 'caller');
    const cause = causes[end];
    if (cause && end !== 'ended') this.end(contact, cause);
  }

  /** The caller stays on the line if there is a disconnect flow. */
  agentHangsUp(agent: CentreAgent): void {
    const { contact } = agent;
    if (!contact || contact.agent !== agent) return;
    const { host, log, workforce } = this.#settings;
    const flow = contact.onLine ? host.resources.flow(contact.hooks.get('CustomerRemaining') ?? '') : undefined;
    if (!flow) return this.end(contact, 'agent');
    contact.agent = undefined;
    contact.interruptRuns();
    workforce.release(agent, contact);
    log.move(contact, 'customerRemaining');
    void this.follow(contact, flow);
  }

  /** Ends everything of the contact at once, whatever is under way. */
  end(contact: Contact, cause: EndCause): void {
    if (contact.ended) return;
    contact.ended = true;
    const { router, workforce, forget, log } = this.#settings;
    contact.interruptRuns();
    contact.stopRinging?.();
    contact.farEnd?.callerHungUp();
    router.leave(contact);
    const { agent } = contact;
    contact.agent = undefined;
    forget(contact);
    this.#tellEnd(contact, cause);
    log.contactEvent('DISCONNECTED', contact);
    if (agent) workforce.release(agent, contact);
    if (!contact.inAfterContactWork) this.complete(contact);
  }

  #tellEnd(contact: Contact, cause: EndCause): void {
    const { host, log } = this.#settings;
    const { description } = contact.record;
    const reason = disconnectReasons[cause];
    description.disconnectedAt = new Date(host.clock.now());
    description.disconnectReason = reason;
    const outcome = contact.channel === 'CHAT' && cause !== 'fault' ? 'closed' : outcomeOf(contact.facts, cause);
    log.move(contact, 'disconnected');
    const text = outcome === 'transferred' ? `transferred to ${contact.transferredTo ?? ''}` : reason;
    log.tell(contact, { kind: 'ended', outcome, text });
  }

  /** Both the caller and the agent are done. */
  complete(contact: Contact): void {
    if (contact.ended) this.#settings.log.contactEvent('COMPLETED', contact);
  }
}
