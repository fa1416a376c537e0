import type { FlowAction } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';
import { references, resolvedTexts } from './attributes.ts';

function createTask(action: FlowAction, run: FlowRun): Step {
  const flowId = textParameter(action, 'ContactFlowId', run) || templateFlow(action, run);
  const flow = run.host.resources.flow(flowId);
  if (!flow) return failed(`no flow ${flowId}`);
  const delaySeconds = delay(action, run);
  if (delaySeconds === undefined) return failed('the time of the task is past, or no time');
  const name = textParameter(action, 'Name', run) ?? '';
  if (name === '') return failed('a task without a name');
  run.contact.lastTaskId = run.host.createTask({
    flow,
    name,
    description: textParameter(action, 'Description', run),
    attributes: resolvedTexts(action.parameters.Attributes, run),
    references: references(action.parameters.References, run),
    delaySeconds,
    relatedContactId: run.contact.id,
  });
  return next;
}

/** The flow of a template, by its name; empty where there is none. */
function templateFlow(action: FlowAction, run: FlowRun): string {
  const template = textParameter(action, 'TaskTemplateId', run) ?? '';
  return run.host.deployment.taskTemplates.find(({ name }) => name === template)?.flowArn ?? '';
}

/** In seconds; undefined where the task is scheduled for the past. A time is ISO 8601, or seconds since 1970. */
function delay(action: FlowAction, run: FlowRun): number | undefined {
  const scheduled = textParameter(action, 'ScheduledTime', run);
  if (scheduled === undefined) return numberParameter(action, 'DelaySeconds') ?? 0;
  const at = /^\d+$/.test(scheduled) ? Number(scheduled) * 1000 : Date.parse(scheduled);
  const seconds = (at - run.host.clock.now()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}

export const taskActions: ActionKinds = {
  CreateTask: { run: createTask },
};
