import type { SurveyQuestion } from '../../domain/survey/contract.ts';
import { supervisorTask } from '../../domain/survey/phrases/fr.ts';
import { flow } from './flow.ts';
import type { Action, FlowDocument } from './flow-language.ts';
import { disconnect, targetQueue, transferToQueue } from './queueing.ts';
import { attribute, renderedAll, type Reference } from './references.ts';

/** The call itself: a supervisor finds it by its id, and nothing of the person is in the task. */
const contactId: Reference = { path: '$.ContactId' };

/** Work for a supervisor: who was served badly, by the contact and without the number. Supervisors read French. */
export function raiseTask(options: {
  flowArn: string;
  about: SurveyQuestion;
  next: string;
  error: string;
}): Action<'CreateTask'> {
  const { flowArn, about, next, error } = options;
  return {
    Type: 'CreateTask',
    Parameters: {
      ContactFlowId: flowArn,
      Name: supervisorTask.name,
      Description: supervisorTask.description[about],
      Attributes: renderedAll({ contactId, question: about, queue: attribute('queue') }),
      References: { contact: { Type: 'STRING', ...renderedAll({ Value: contactId }) } },
    },
    Transitions: { NextAction: next, Errors: [{ NextAction: error, ErrorType: 'NoMatchingError' }] },
  };
}

/** What a task runs: it waits in the supervisors' queue. Nobody hears it; where it cannot be queued, it ends. */
export function supervisorTaskFlow(name: string, queueArn: string): FlowDocument {
  return flow(name, 'CONTACT_FLOW', {
    'target-queue': targetQueue({ queueArn, next: 'enter-queue', error: 'end' }),
    'enter-queue': transferToQueue({ atCapacity: 'end', error: 'end' }),
    end: disconnect(),
  });
}
