import { type FlowAction, type JsonObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, type Step } from '../flow-run.ts';
import type { StandInAnswer } from '../stand-ins.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';
import { objectParameter, setValues, standIn, valuesOf } from './stand-in.ts';

/** Of the case that every search finds, unless a script says otherwise. */
const caseId = '00000000-0000-4000-8000-000000000001';

const requested = (action: FlowAction, run: FlowRun): unknown[] =>
  Object.values(objectParameter(action, 'CaseRequestFields', run)).filter((value) => scalar(value) !== '');

/** The fields asked for, and the identifier in any case: also of a case that the contact could not be linked to. */
function keepCase({ values = {}, error }: StandInAnswer, action: FlowAction, run: FlowRun): undefined {
  if (error !== undefined && error !== 'ContactNotLinked') return;
  const { CaseResponseFields: asked } = action.parameters;
  const found: JsonObject = { case_id: caseId, ...values };
  const kept = Object.entries(found).filter(([field]) => {
    return field === 'case_id' || (Array.isArray(asked) && asked.includes(field));
  });
  setValues(run, 'Case', { ...valuesOf(run, 'Case'), ...Object.fromEntries(kept) });
}

function unsearchable(action: FlowAction, run: FlowRun): Step | undefined {
  const hasCustomer = textParameter(action, 'CustomerId', run) ?? '';
  return hasCustomer === '' && requested(action, run).length === 0 ? failed('nothing to search by') : undefined;
}

function unwritable(action: FlowAction, run: FlowRun): Step | undefined {
  if (!textParameter(action, 'CaseId', run)) return failed('CaseId is empty');
  return requested(action, run).length === 0 ? failed('no field to update') : undefined;
}

export const caseStandIns: ActionKinds = {
  CreateCase: standIn({ keep: keepCase }),
  GetCase: standIn({ refusal: unsearchable, keep: keepCase }),
  UpdateCase: standIn({ refusal: unwritable }),
};
