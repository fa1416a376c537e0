import type { CentreAgent } from './agents.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { Dialler } from './dialler.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { FlowHost } from './flow-run.ts';
import type { FlowRunner } from './flow-runner.ts';
import { beginAgentPart, beginHold, endHold } from './agent-part.ts';
import type { Unanswered } from './outcome.ts';
import type { Workforce } from './workforce.ts';

/** How long the telephone rings of somebody who is called back: the service's default for calls that it makes. */
const RING_SECONDS = 60;

interface ConversationSettings {
  host: FlowHost;
  log: ContactLog;
  workforce: Workforce;
  flows: FlowRunner;
  dialler: Dialler;
  agentHangsUp: (agent: CentreAgent) => void;
  /** Somebody who was to be called back did not answer. */
  unanswered: (contact: Contact, reason: Unanswered) => void;
}

/** A whisper that itself says when the telephone rings. */
const dials = (whisper: FlowDocument | undefined): boolean =>
  [...(whisper?.actions.values() ?? [])].some(({ type }) => type === 'CompleteOutboundCall');

/** Brings an agent who has accepted a contact and whoever it is from together. */
export class Conversations {
  readonly #settings: ConversationSettings;

  constructor(settings: ConversationSettings) {
    this.#settings = settings;
  }

  /** Whispers, and the call to somebody who is called back; then they talk, if both are still there. */
  async begin(contact: Contact, agent: CentreAgent): Promise<void> {
    contact.interruptRuns();
    contact.keypad.clearTypedAhead();
    contact.agent = agent;
    this.#settings.log.move(contact, 'connecting');
    if (contact.onLine) await this.#whisperToBoth(contact);
    else if (contact.channel === 'VOICE') await this.#callBack(contact, agent);
    if (contact.agent === agent) this.#talk(contact, agent);
  }

  async #whisperToBoth(contact: Contact): Promise<void> {
    const { flows } = this.#settings;
    await Promise.all([
      flows.runHook(contact, 'AgentWhisper', 'agent'),
      flows.runHook(contact, 'CustomerWhisper', 'caller'),
    ]);
  }

  /** The agent is told first; only then does the telephone ring, and whoever answers hears the outbound whisper of the queue. */
  async #callBack(contact: Contact, agent: CentreAgent): Promise<void> {
    const { host, flows } = this.#settings;
    await flows.runHook(contact, 'AgentWhisper', 'agent');
    if (contact.agent !== agent) return;
    const id = contact.targetQueue?.outboundFlowArn;
    let rung: Promise<boolean> | undefined;
    const ring = (callerId?: string): Promise<boolean> => (rung ??= this.#ring(contact, callerId));
    if (!dials(host.resources.flow(id ?? '')) && !(await ring())) return;
    contact.completeCall = ring;
    await flows.runOrDefault(contact, { id, kind: 'OutboundWhisper' }, 'caller');
    contact.completeCall = undefined;
    if (!contact.ended) await ring();
  }

  /** Whether somebody has answered; where nobody has, the attempt is over. */
  async #ring(contact: Contact, callerId: string | undefined): Promise<boolean> {
    const { host, log, unanswered } = this.#settings;
    if (callerId !== undefined) contact.showNumber(callerId);
    const answer = await this.#dial(contact);
    if (answer !== 'answered') {
      unanswered(contact, answer);
      return false;
    }
    contact.onLine = true;
    contact.record.description.connectedToSystemAt = new Date(host.clock.now());
    log.contactEvent('CONNECTED_TO_SYSTEM', contact);
    return true;
  }

  /** Hold flows play until the talk goes on, or is over. */
  hold({ contact }: CentreAgent): void {
    if (!contact || contact.onHold) return;
    this.#beginHold(contact);
    const { flows } = this.#settings;
    void flows.runHook(contact, 'CustomerHold', 'caller');
    void flows.runHook(contact, 'AgentHold', 'agent');
  }

  /** The agent hears the transfer flow meanwhile. */
  holdForTransfer({ contact }: CentreAgent): void {
    if (!contact) return;
    contact.interruptRuns();
    this.#beginHold(contact);
    void this.#settings.flows.runHook(contact, 'CustomerHold', 'caller');
  }

  resume({ contact }: CentreAgent): void {
    if (!contact?.onHold) return;
    contact.onHold = false;
    endHold(contact, new Date(this.#settings.host.clock.now()));
    contact.interruptRuns();
  }

  #beginHold(contact: Contact): void {
    if (!contact.onHold) beginHold(contact, new Date(this.#settings.host.clock.now()));
    contact.onHold = true;
  }

  #dial(contact: Contact): Promise<'answered' | Unanswered> {
    return new Promise((resolve) => {
      this.#settings.dialler.ring(contact, {
        to: contact.customerNumber ?? '',
        ringTimeoutSeconds: RING_SECONDS,
        answered: () => resolve('answered'),
        unanswered: resolve,
      });
    });
  }

  #talk(contact: Contact, agent: CentreAgent): void {
    const { host, log, workforce, agentHangsUp } = this.#settings;
    const { description } = contact.record;
    contact.facts.agentReached = true;
    contact.agentArn = agent.arn;
    description.agentConnectedAt = new Date(host.clock.now());
    description.agentId = agent.id;
    beginAgentPart(contact, agent, description.agentConnectedAt);
    log.move(contact, 'connectedToAgent');
    log.tell(contact, { kind: 'answered', by: 'agent', text: agent.name });
    log.contactEvent('CONNECTED_TO_AGENT', contact);
    if (!agent.simulated) return;
    host.clock.at(host.clock.now() + workforce.handleMilliseconds(agent), () => {
      if (contact.agent === agent) agentHangsUp(agent);
    });
  }
}
