import { type FlowAction, isObject, scalar } from '../flow-document.ts';
import { type ActionSpecifications, inEveryFlow } from './action-specification.ts';

function targetProblems({ type, parameters }: FlowAction): string[] {
  const target = scalar(parameters.TargetContact);
  return target === undefined || target === 'Current' || target === 'Related'
    ? []
    : [`TargetContact of ${type} is Current or Related, not ${target}`];
}

/** User-defined tags of a contact: Administrator Guide, "Contact tags". */
export const MOST_TAGS = 6;
export const isReservedTag = (key: string): boolean => key.toLowerCase().startsWith('aws:');

function tagProblems({ parameters: { Tags } }: FlowAction): string[] {
  const keys = Object.keys(isObject(Tags) ? Tags : {});
  return [
    ...(keys.length === 0 ? ['TagContact has no Tags'] : []),
    ...(keys.length > MOST_TAGS ? [`TagContact sets ${MOST_TAGS} tags at most`] : []),
    ...keys.filter(isReservedTag).map((key) => `${key} is a tag of the service's own`),
  ];
}

function tagKeyProblems({ type, parameters: { TagKeys } }: FlowAction): string[] {
  return Array.isArray(TagKeys) && TagKeys.length > 0 ? [] : [`${type} has no TagKeys`];
}

export const attributes: ActionSpecifications = {
  UpdateContactAttributes: { ...inEveryFlow, problems: targetProblems },
  UpdateFlowAttributes: inEveryFlow,
  TagContact: { ...inEveryFlow, errors: [], problems: tagProblems },
  // The page is named after the first; publication takes the second.
  UnTagContact: { ...inEveryFlow, problems: tagKeyProblems },
  UntagContact: { ...inEveryFlow, problems: tagKeyProblems },
  UpdateContactData: { ...inEveryFlow, problems: targetProblems },
};
