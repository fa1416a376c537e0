import { type FlowType, scalar } from '../flow-document.ts';
import { parseObject, readActions } from '../read-flow.ts';
import { rules } from './catalogue.ts';
import type { Finding, FlowToCheck } from './finding.ts';

/** The document in a JSON text, ready to be checked. Throws FlowRefused where there is none. */
export function flowToCheck(content: string, name: string, type: FlowType): FlowToCheck {
  const document = parseObject(content);
  return {
    name,
    type,
    document,
    characters: content.length,
    startAction: scalar(document.StartAction) ?? '',
    actions: readActions(document),
  };
}

/** Everything found in a flow: first what publication refuses; advice only where a document is sound, since paths mean nothing before. */
export function checkFlow(flow: FlowToCheck): Finding[] {
  const errors = findings(flow, 'error');
  return errors.length > 0 ? errors : findings(flow, 'advice');
}

/** What publication refuses. */
export const flowErrors = (flow: FlowToCheck): Finding[] => findings(flow, 'error');

function findings(flow: FlowToCheck, severity: Finding['severity']): Finding[] {
  return rules
    .filter((rule) => rule.severity === severity)
    .flatMap(({ id, why, mend, find }) =>
      find(flow).map(({ action, what }) => ({ flow: flow.name, action, rule: id, severity, what, why, mend })),
    );
}
