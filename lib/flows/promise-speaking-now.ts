import type { Administration } from '../../domain/administration/administration.ts';
import { routingStart } from './agent-routing.ts';
import { checkHours, equals, whichOf } from './branching.ts';
import type { Actions } from './flow.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { namedBooking } from './promise-attributes.ts';
import { queuePriority } from './queueing.ts';
import { attribute } from './references.ts';
import { remember } from './settings.ts';
import { arnOf, firstQueueSubject } from './subjects.ts';

interface SpeakingNow {
  administration: Administration;
  lambdas: LambdaArns;
  hours: Record<string, string>;
}

const check = (queueId: string) => `check-hours-${queueId}`;
/** Whether the queue is open comes first; of several queues, which one it is. */
export const speakingNowStart = (administration: Administration): string =>
  Object.keys(administration.queues).length > 1 ? 'is-queue-open' : check(firstQueueSubject(administration).queue);

/** An agent now, in place of the promise; before new callers for whom we tried to reach. Starts at `remember-speaking-now`. */
export function speakingNow({ administration, lambdas, hours }: SpeakingNow): Actions<'CONTACT_FLOW'> {
  const ids = Object.keys(administration.queues);
  const checks = ids.map((id): Actions<'CONTACT_FLOW'> => ({
    [check(id)]: checkHours({
      hours: arnOf(hours, id),
      open: 'note-arrival',
      closed: 'say-closed',
      error: 'note-arrival',
    }),
  }));
  const now: Actions<'CONTACT_FLOW'> = {
    'remember-speaking-now': remember({
      attributes: { resumes: 'yes', booking: 'none' },
      next: speakingNowStart(administration),
      error: speakingNowStart(administration),
    }),
    ...whichOf({
      name: 'is-queue-open',
      value: attribute('queue'),
      values: ids,
      first: firstQueueSubject(administration).queue,
      target: check,
    }),
    'note-arrival': remember({
      attributes: { stage: 'arrival' },
      next: 'is-call-resuming',
      error: 'is-call-resuming',
    }),
    'is-call-resuming': equals({
      value: attribute('resumes'),
      cases: { yes: 'note-resuming' },
      otherwise: 'was-call-missed',
    }),
    // Nobody rings this person for the promise while they wait here.
    'note-resuming': invoke(lambdas, {
      lambda: 'noteOutcome',
      parameters: { outcome: 'resuming', ...namedBooking },
      next: 'was-call-missed',
      error: 'was-call-missed',
    }),
    'was-call-missed': equals({
      value: attribute('promiseStatus'),
      cases: { missed: 'go-before-new-callers' },
      otherwise: routingStart(administration),
    }),
    'go-before-new-callers': queuePriority(2, routingStart(administration)),
  };
  return joined(now, ...checks);
}
