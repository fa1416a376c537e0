import { type FlowAction, isTrue, scalar } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

const MAXIMUM_RESPONSE_FIELDS = 10;

/** The contact can only stay unlinked where it was to be linked. */
const withLink =
  (...errors: string[]) =>
  ({ parameters }: FlowAction): string[] =>
    isTrue(parameters.LinkContactToCase) ? ['ContactNotLinked', ...errors] : errors;

const requiring =
  (name: string) =>
  ({ type, parameters }: FlowAction): string[] =>
    scalar(parameters[name]) ? [] : [`${type} has no ${name}`];

function searchProblems({ parameters: { CaseResponseFields: fields } }: FlowAction): string[] {
  return Array.isArray(fields) && fields.length > MAXIMUM_RESPONSE_FIELDS
    ? [`GetCase has at most ${MAXIMUM_RESPONSE_FIELDS} CaseResponseFields`]
    : [];
}

const cases = {
  allowedIn: flowTypesFor.all,
  inModules: 'runs',
  nextAction: 'required',
  results: 'nothing',
  standIn: 'Connect Cases',
} as const;

/** Developer Guide, "CreateCase", "GetCase", "UpdateCase"; Administrator Guide, "Cases". */
export const caseStandIns: ActionSpecifications = {
  CreateCase: { ...cases, errors: withLink('NoMatchingError'), problems: requiring('CaseTemplateId') },
  GetCase: {
    ...cases,
    errors: withLink('MultipleFound', 'NoneFound', 'NoMatchingError'),
    problems: searchProblems,
  },
  UpdateCase: { ...cases, errors: withLink('NoMatchingError'), problems: requiring('CaseId') },
};
