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
  type JsonObject,
  scalar,
} from '../../flow-language/flow-document.ts';
import { FlowRefused, parseObject, readActions } from '../../flow-language/read-flow.ts';

/** Limits of published flows: Developer Guide, "Flow language", and the service's quotas. */
const MAXIMUM_ACTIONS = 250;
const MAXIMUM_CHARACTERS = 256_000;
const MAXIMUM_IDENTIFIER_CHARACTERS = 50;
const forbiddenInIdentifiers = /[%:(\\/)=$,;[\]{}]/;
const forbiddenIdentifiers = new Set([...Object.getOwnPropertyNames(Object.prototype), '__proto__']);

/** Reads a flow document and checks what publication checks. Throws FlowRefused, with every problem. */
export function loadFlow(deployed: DeployedFlow): FlowDocument {
  const refuse = (problems: string[]): never => {
    throw new FlowRefused(problems.map((problem) => `flow ${deployed.name}: ${problem}`));
  };
  const type =
    flowTypes.find((known) => known === deployed.type) ?? refuse([`type ${deployed.type} is not implemented`]);
  if (deployed.content.length > MAXIMUM_CHARACTERS) refuse([`more than ${MAXIMUM_CHARACTERS} characters`]);
  const document = documentOf(deployed);
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

function documentOf({ content, name }: DeployedFlow): JsonObject {
  try {
    return parseObject(content);
  } catch (error) {
    if (!(error instanceof FlowRefused)) throw error;
    throw new FlowRefused(error.problems.map((problem) => `flow ${name}: ${problem}`));
  }
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
