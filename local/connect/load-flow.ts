import type { DeployedFlow } from '../deployment.ts';
import { actionSpecifications } from '../../flow-language/specification/catalogue.ts';
import { isAllowedIn } from '../../flow-language/specification/action-specification.ts';
import { actionKinds } from './actions/catalogue.ts';
import { isOperator } from '../../flow-language/conditions.ts';
import {
  type FlowAction,
  type FlowDocument,
  type FlowType,
  flowTypes,
  isObject,
  type JsonObject,
  scalar,
  type Transitions,
} from '../../flow-language/flow-document.ts';

/** Limits of published flows: Developer Guide, "Flow language", and the service's quotas. */
const MAXIMUM_ACTIONS = 250;
const MAXIMUM_CHARACTERS = 256_000;
const MAXIMUM_IDENTIFIER_CHARACTERS = 50;
const forbiddenInIdentifiers = /[%:(\\/)=$,;[\]{}]/;
const forbiddenIdentifiers = new Set([...Object.getOwnPropertyNames(Object.prototype), '__proto__']);

/** A flow that cannot be run here: `problems` are complete sentences, one for each thing refused. */
export class FlowRefused extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'FlowRefused';
    this.problems = problems;
  }
}

/** Reads a flow document and checks what publication checks. Throws FlowRefused, with every problem. */
export function loadFlow(deployed: DeployedFlow): FlowDocument {
  const refuse = (problems: string[]): never => {
    throw new FlowRefused(problems.map((problem) => `flow ${deployed.name}: ${problem}`));
  };
  const type =
    flowTypes.find((known) => known === deployed.type) ?? refuse([`type ${deployed.type} is not implemented`]);
  if (deployed.content.length > MAXIMUM_CHARACTERS) refuse([`more than ${MAXIMUM_CHARACTERS} characters`]);
  const document = parse(deployed.content);
  if (typeof document === 'string') return refuse([document]);

  const actions = readActions(document);
  const startAction = scalar(document.StartAction) ?? '';
  const problems = [
    ...documentProblems(document, actions, startAction),
    ...actions.flatMap((action) =>
      actionProblems(action, type, new Set(actions.map(({ identifier }) => identifier))).map(
        (problem) => `action ${action.identifier}: ${problem}`,
      ),
    ),
  ];
  if (problems.length > 0) refuse(problems);
  const { arn, id, name } = deployed;
  return { arn, id, name, type, startAction, actions: new Map(actions.map((action) => [action.identifier, action])) };
}

function parse(content: string): JsonObject | string {
  try {
    const document: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
    return isObject(document) ? document : 'not a JSON object';
  } catch (error) {
    return `not JSON: ${String(error)}`;
  }
}

function readActions(document: JsonObject): FlowAction[] {
  return listOfObjects(document.Actions).map((action) => ({
    identifier: scalar(action.Identifier) ?? '',
    type: scalar(action.Type) ?? '',
    parameters: isObject(action.Parameters) ? action.Parameters : {},
    transitions: readTransitions(isObject(action.Transitions) ? action.Transitions : {}),
  }));
}

function readTransitions(transitions: JsonObject): Transitions {
  return {
    // The documentation's own samples write "" where there is no next action.
    next: scalar(transitions.NextAction) || undefined,
    errors: listOfObjects(transitions.Errors).map((error) => ({
      type: scalar(error.ErrorType) ?? '',
      next: scalar(error.NextAction) ?? '',
    })),
    conditions: listOfObjects(transitions.Conditions).map(({ NextAction, Condition }) => {
      const { Operator, Operands } = isObject(Condition) ? Condition : {};
      const operand: unknown = Array.isArray(Operands) && Operands.length === 1 ? Operands[0] : undefined;
      return { operator: scalar(Operator) ?? '', operand: scalar(operand) ?? '', next: scalar(NextAction) ?? '' };
    }),
  };
}

function listOfObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function documentProblems(document: JsonObject, actions: FlowAction[], startAction: string): string[] {
  const problems: string[] = [];
  if (document.Version !== '2019-10-30')
    problems.push(`version ${scalar(document.Version) ?? 'absent'}, not 2019-10-30`);
  if (actions.length > MAXIMUM_ACTIONS) problems.push(`${actions.length} actions, more than ${MAXIMUM_ACTIONS}`);
  const identifiers = actions.map(({ identifier }) => identifier);
  if (!identifiers.includes(startAction)) problems.push(`start action "${startAction}" is not among the actions`);
  for (const [index, identifier] of identifiers.entries()) {
    if (identifiers.indexOf(identifier) !== index) problems.push(`two actions are named "${identifier}"`);
  }
  return problems;
}

function actionProblems(action: FlowAction, type: FlowType, identifiers: Set<string>): string[] {
  const problems: string[] = [];
  const { identifier, transitions } = action;
  if (identifier === '' || identifier.length > MAXIMUM_IDENTIFIER_CHARACTERS || forbiddenInIdentifiers.test(identifier))
    problems.push('its identifier is empty, too long or has a forbidden character');
  if (forbiddenIdentifiers.has(identifier)) problems.push('its identifier is a forbidden name');
  const targets = [
    transitions.next,
    ...transitions.errors.map(({ next }) => next),
    ...transitions.conditions.map(({ next }) => next),
  ];
  for (const target of targets) {
    if (target !== undefined && !identifiers.has(target))
      problems.push(`goes to "${target}", which is not among the actions`);
  }
  for (const { operator } of transitions.conditions) {
    if (!isOperator(operator)) problems.push(`operator ${operator} is not implemented`);
  }
  const specification = actionSpecifications.get(action.type);
  const kind = actionKinds.get(action.type);
  if (!specification || !kind) return [...problems, `${action.type} is not implemented`];
  if (!isAllowedIn(specification, type)) problems.push(`${action.type} is not allowed in a flow of type ${type}`);
  if (specification.nextAction === 'required' && !transitions.next) problems.push(`${action.type} has no NextAction`);
  return [...problems, ...(specification.problems?.(action) ?? []), ...(kind.notImplemented?.(action) ?? [])];
}
