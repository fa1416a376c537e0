import { type FlowAction, scalar } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

function targetProblems({ type, parameters }: FlowAction): string[] {
  const target = scalar(parameters.TargetContact);
  return target === undefined || target === 'Current' || target === 'Related'
    ? []
    : [`TargetContact of ${type} is Current or Related, not ${target}`];
}

const plain = {
  allowedIn: flowTypesFor.all,
  inModules: 'runs',
  nextAction: 'required',
  results: 'nothing',
  errors: ['NoMatchingError'],
} as const;

export const attributes: ActionSpecifications = {
  UpdateContactAttributes: { ...plain, problems: targetProblems },
  UpdateFlowAttributes: plain,
  UpdateContactData: { ...plain, problems: targetProblems },
};
