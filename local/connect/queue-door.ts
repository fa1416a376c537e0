import type { Clock } from '../clock.ts';
import type { DeployedQueue } from '../deployment.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { FlowResources } from './flow-resources.ts';
import type { InstanceFaults } from './instance-faults.ts';
import type { Router } from './router.ts';

interface QueueDoorSettings {
  clock: Clock;
  log: ContactLog;
  router: Router;
  resources: FlowResources;
  faults: InstanceFaults;
}

/** Where contacts enter a queue, and may be turned away. */
export class QueueDoor {
  readonly #settings: QueueDoorSettings;

  constructor(settings: QueueDoorSettings) {
    this.#settings = settings;
  }

  /** Why nobody more can enter, if so. */
  refusal({ id, arn, name }: DeployedQueue, channel: Contact['channel']): 'full' | 'gone' | undefined {
    const { router, resources, faults } = this.#settings;
    if (!resources.queue(arn)) return 'gone';
    const full = router.line(arn, channel).isFull || faults.meets({ of: 'capacity', names: [id, arn, name] });
    return full ? 'full' : undefined;
  }

  /** Told before the queue is joined: an agent may ring, and accept, at that very moment. */
  enter(contact: Contact, queue: DeployedQueue): void {
    const { clock, log, router } = this.#settings;
    contact.facts.queued = true;
    contact.keypad.clearTypedAhead();
    contact.record.description.queueId = queue.id;
    contact.record.description.enqueuedAt = new Date(clock.now());
    contact.record.description.dequeuedAt = undefined;
    log.move(contact, 'queued');
    log.contactEvent('QUEUED', contact);
    if (!contact.ended) router.join(contact, queue.arn);
  }
}
