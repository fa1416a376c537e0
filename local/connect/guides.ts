import type { Clock } from '../clock.ts';
import type { CentreAgent } from './agents.ts';
import type { Calls } from './calls.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { FlowRunner } from './flow-runner.ts';
import type { ResourceIndex } from './resource-index.ts';
import type { Pressed, Screens, ViewToShow } from './screens.ts';

interface GuideSettings {
  clock: Clock;
  resources: ResourceIndex;
  contacts: ContactRegistry;
  log: ContactLog;
  calls: () => Calls;
  flows: () => FlowRunner;
  screens: Screens;
  newId: () => string;
}

/**
 * Guides on agents' screens. Each is a contact of its own, of the chat channel, which has the attributes that the contact it is shown beside
 * had when it began. It begins when that contact is offered, as Connect's do, and is closed when the agent is done with it.
 */
export class Guides {
  readonly #settings: GuideSettings;
  readonly #open = new Map<CentreAgent, Contact>();
  readonly #agents = new Map<Contact, CentreAgent>();

  constructor(settings: GuideSettings) {
    this.#settings = settings;
  }

  /** Replaces the guide that the agent has, where the contact has one for this moment. */
  open(beside: Contact, agent: CentreAgent, hook: 'DefaultAgentUI' | 'DisconnectAgentUI'): void {
    const { resources, screens } = this.#settings;
    const flow = resources.flow(beside.hooks.get(hook) ?? '');
    if (!flow || (agent.simulated && !screens.showsSimulated)) return;
    this.close(agent);
    const guide = this.#begin(beside);
    this.#open.set(agent, guide);
    this.#agents.set(guide, agent);
    void this.#run(guide, flow);
  }

  async #run(guide: Contact, flow: FlowDocument): Promise<void> {
    const { flows, calls } = this.#settings;
    const end = await flows().run(guide, flow, 'agent');
    if (end !== 'interrupted') calls().end(guide, end === 'failed' ? 'fault' : 'flow');
    this.#forget(guide);
  }

  close(agent: CentreAgent): void {
    const guide = this.#open.get(agent);
    if (!guide) return;
    this.#settings.calls().end(guide, 'flow');
    this.#forget(guide);
  }

  show(guide: Contact, view: ViewToShow): Promise<Pressed | undefined> {
    const agent = this.#agents.get(guide);
    if (!agent) throw new Error(`no agent has the guide ${guide.id}`);
    return this.#settings.screens.show(guide, agent, view);
  }

  #begin({ id, record, data }: Contact): Contact {
    const { clock, contacts, log, newId } = this.#settings;
    const at = new Date(clock.now());
    const guide = contacts.create(
      {
        id: newId(),
        channel: 'CHAT',
        initiationMethod: 'API',
        initiatedAt: at,
        connectedToSystemAt: at,
        relatedContactId: id,
      },
      record.attributes,
      { customer: undefined, system: '' },
    );
    guide.onLine = false;
    guide.data = { ...data };
    log.contactEvent('INITIATED', guide);
    log.contactEvent('CONNECTED_TO_SYSTEM', guide);
    return guide;
  }

  #forget(guide: Contact): void {
    const agent = this.#agents.get(guide);
    this.#agents.delete(guide);
    if (agent && this.#open.get(agent) === guide) this.#open.delete(agent);
  }
}
