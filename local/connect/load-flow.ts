import { flowErrors, flowToCheck } from '../../flow-language/check/check-flow.ts';
import type { Finding, FlowToCheck } from '../../flow-language/check/finding.ts';
import { type FlowDocument, flowTypes } from '../../flow-language/flow-document.ts';
import { FlowRefused } from '../../flow-language/read-flow.ts';
import type { DeployedFlow } from '../deployment.ts';
import { actionKinds } from './actions/catalogue.ts';

/** Reads a flow document and checks what publication checks, and what cannot run here. Throws FlowRefused, with every problem. */
export function loadFlow(deployed: DeployedFlow): FlowDocument {
  const { arn, id, name } = deployed;
  const flow = read(deployed);
  const problems = [...flowErrors(flow).map(sentence), ...notImplemented(flow)];
  if (problems.length > 0) throw new FlowRefused(problems.map((problem) => `flow ${name}: ${problem}`));
  const actions = new Map(flow.actions.map((action) => [action.identifier, action]));
  return { arn, id, name, type: flow.type, startAction: flow.startAction, actions };
}

function read({ name, type, content }: DeployedFlow): FlowToCheck {
  const known = flowTypes.find((one) => one === type);
  if (known === undefined) throw new FlowRefused([`flow ${name}: type ${type} is not implemented`]);
  try {
    return flowToCheck(content, name, known);
  } catch (error) {
    if (!(error instanceof FlowRefused)) throw error;
    throw new FlowRefused(error.problems.map((problem) => `flow ${name}: ${problem}`));
  }
}

const sentence = ({ action, what }: Finding): string => (action === null ? what : `action ${action}: ${what}`);

function notImplemented({ actions }: FlowToCheck): string[] {
  return actions.flatMap((action) =>
    (actionKinds.get(action.type)?.notImplemented?.(action) ?? []).map(
      (problem) => `action ${action.identifier}: ${problem}`,
    ),
  );
}
