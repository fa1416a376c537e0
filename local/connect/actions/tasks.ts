import { type FlowAction, isObject, scalar } from '../flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { type ActionKinds, flowTypesFor, numberParameter, refusedParameters, textParameter } from './action-kind.ts';
import { resolvedTexts } from './attributes.ts';

const LONGEST_DELAY_SECONDS = 518_400;

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

function problems(action: FlowAction): string[] {
  const { ContactFlowId, Name, DelaySeconds } = action.parameters;
  const seconds = numberParameter(action, 'DelaySeconds') ?? 0;
  const delayed = DelaySeconds === undefined || (seconds >= 1 && seconds <= LONGEST_DELAY_SECONDS);
  return [
    ...(scalar(ContactFlowId) ? [] : ['CreateTask has no ContactFlowId']),
    ...(scalar(Name) ? [] : ['CreateTask has no Name']),
    ...(delayed ? [] : [`DelaySeconds is from 1 to ${LONGEST_DELAY_SECONDS}`]),
    ...refusedParameters(action, 'ScheduledTime', 'TaskTemplateId'),
  ];
}

export const taskActions: ActionKinds = {
  CreateTask: { allowedIn: flowTypesFor.all, problems, run: createTask },
};
