import { isOperator } from '../conditions.ts';
import { type FlowAction, isObject, scalar } from '../flow-document.ts';
import { isReference } from '../references.ts';
import { isAllowedIn } from '../specification/action-specification.ts';
import { actionSpecifications } from '../specification/catalogue.ts';
import { perAction, type Rule } from './finding.ts';
import { edgesOf } from './paths.ts';

/** Parameters that name a resource: wholly written, or one reference and nothing else. */
const resourceParameters = [
  'QueueId',
  'AgentId',
  'ContactFlowId',
  'FlowModuleId',
  'LambdaFunctionARN',
  'HoursOfOperationId',
  'PromptId',
];
const aKey = /^[0-9*#]$/;

function nextActionFaults(action: FlowAction): string[] {
  const specification = actionSpecifications.get(action.type);
  if (specification?.nextAction === 'required' && action.transitions.next === undefined)
    return [`${action.type} has no NextAction`];
  const leaves = edgesOf(action).length > 0;
  if (specification?.nextAction === 'none' && leaves)
    return [`${action.type} ends the flow, and has a transition all the same`];
  const canEnd = specification?.nextAction !== 'optional' || specification.results === 'nothing';
  return leaves || canEnd || action.type === 'MessageParticipantIteratively' ? [] : [`${action.type} leads nowhere`];
}

function conditionFaults({ type, transitions: { conditions } }: FlowAction): string[] {
  const results = actionSpecifications.get(type)?.results;
  if (results === undefined || results === 'anything') return [];
  if (results === 'nothing') return conditions.length > 0 ? [`${type} has conditions, and no result to compare`] : [];
  return conditions.flatMap(({ operator, operand }) => {
    if (operator !== 'Equals') return [`${type} compares by Equals only, not ${operator}`];
    if (results === 'key') return aKey.test(operand) ? [] : [`"${operand}" is not a key of a telephone`];
    return results.includes(operand) ? [] : [`${type} has the results ${results.join(', ')}, not "${operand}"`];
  });
}

function operandFaults(action: FlowAction, written: unknown): string[] {
  const conditions: unknown = isObject(written) && isObject(written.Transitions) ? written.Transitions.Conditions : [];
  const operands = (Array.isArray(conditions) ? conditions : []).map((condition: unknown) =>
    isObject(condition) && isObject(condition.Condition) ? condition.Condition.Operands : undefined,
  );
  return operands
    .filter((list) => !(Array.isArray(list) && list.length === 1 && scalar(list[0]) !== undefined))
    .map(() => `a condition of ${action.type} has not exactly one operand`);
}

const isMixed = (value: unknown): boolean => {
  const text = scalar(value) ?? '';
  return /\$[.[]/.test(text) && !isReference(text);
};

function mixedParameters({ parameters }: FlowAction): string[] {
  const hooks = isObject(parameters.EventHooks) ? Object.entries(parameters.EventHooks) : [];
  return [...resourceParameters.map((name) => [name, parameters[name]] as const), ...hooks]
    .filter(([, value]) => isMixed(value))
    .map(([name]) => `${name} mixes text and a reference`);
}

/** What publication refuses of an action, as its page documents it. */
export const actionRules: Rule[] = [
  {
    id: 'unknown-action',
    severity: 'error',
    why: 'Connect refuses types that are not in the flow language.',
    mend: 'Spell the type as documented; the names of the console’s blocks and of the former format are others.',
    find: perAction(({ type }) => (actionSpecifications.has(type) ? [] : [`${type || 'no type'} is not an action`])),
  },
  {
    id: 'flow-type',
    severity: 'error',
    why: 'Each action may stand in some types of flows only.',
    mend: 'Move it to a flow of a type that allows it, or change the type of this flow.',
    find: perAction((action, { type }) => {
      const specification = actionSpecifications.get(action.type);
      return specification === undefined || isAllowedIn(specification, type)
        ? []
        : [`${action.type} is not allowed in a flow of type ${type}`];
    }),
  },
  {
    id: 'parameters',
    severity: 'error',
    why: 'Connect checks the parameters of each action.',
    mend: 'Write the parameter as the page of the action in the Developer Guide has it.',
    find: perAction((action) => actionSpecifications.get(action.type)?.problems?.(action) ?? []),
  },
  {
    id: 'mixed-reference',
    severity: 'error',
    why: 'What names a resource is either written out or one reference.',
    mend: 'Put the whole name into an attribute, and refer to that.',
    find: perAction(mixedParameters),
  },
  {
    id: 'next-action',
    severity: 'error',
    why: 'What follows an action must be said, and nothing follows one that ends the flow.',
    mend: 'Write NextAction, or leave the transitions of a terminal action empty.',
    find: perAction(nextActionFaults),
  },
  {
    id: 'operator',
    severity: 'error',
    why: 'Connect knows eight operators.',
    mend: 'Use Equals, TextStartsWith, TextEndsWith, TextContains, or NumberGreaterThan, NumberGreaterOrEqualTo, NumberLessThan, NumberLessOrEqualTo.',
    find: perAction(({ transitions }) =>
      transitions.conditions
        .filter(({ operator }) => !isOperator(operator))
        .map(({ operator }) => `"${operator}" is not an operator`),
    ),
  },
  {
    id: 'operand',
    severity: 'error',
    why: 'A condition compares with exactly one value.',
    mend: 'Write one operand, as a text; another value needs another condition.',
    find: (flow) => {
      const written = Array.isArray(flow.document.Actions) ? flow.document.Actions.filter(isObject) : [];
      return flow.actions.flatMap((action, index) =>
        operandFaults(action, written[index]).map((what) => ({ action: action.identifier, what })),
      );
    },
  },
  {
    id: 'condition',
    severity: 'error',
    why: 'An action has the results that its page documents, and no other.',
    mend: 'Compare with one of its results; a Compare action can compare anything else.',
    find: perAction(conditionFaults),
  },
];
