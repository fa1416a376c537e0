import { type FlowAction, isObject } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, refusedParameters, textParameter } from './action-kind.ts';
import { resolvedTexts } from './attributes.ts';

function createTask(action: FlowAction, run: FlowRun): Step {
  const flowId = textParameter(action, 'ContactFlowId', run) ?? '';
  const flow = run.host.resources.flow(flowId);
  if (!flow) return failed(`no flow ${flowId}`);
  const name = textParameter(action, 'Name', run) ?? '';
  if (name === '') return failed('a task without a name');
  run.host.createTask({
    flow,
    name,
    description: textParameter(action, 'Description', run),
    attributes: resolvedTexts(action.parameters.Attributes, run),
    references: references(action, run),
    delaySeconds: numberParameter(action, 'DelaySeconds') ?? 0,
    relatedContactId: run.contact.id,
  });
  return next;
}

function references(action: FlowAction, run: FlowRun): Record<string, { Type: string; Value: string }> {
  const written = Object.entries(isObject(action.parameters.References) ? action.parameters.References : {});
  return Object.fromEntries(
    written.map(([key, reference]) => {
      const { Type = 'STRING', Value = '' } = resolvedTexts(reference, run);
      return [key, { Type, Value }];
    }),
  );
}

export const taskActions: ActionKinds = {
  CreateTask: {
    notImplemented: (action) => refusedParameters(action, 'ScheduledTime', 'TaskTemplateId'),
    run: createTask,
  },
};
