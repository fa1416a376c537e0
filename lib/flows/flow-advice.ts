import { checkFlow, flowToCheck } from '../../flow-language/check/check-flow.ts';
import type { Finding } from '../../flow-language/check/finding.ts';
import type { ContactFlowType, FlowDocument } from './flow-language.ts';

interface PublishedFlow {
  name: string;
  type: ContactFlowType;
  document: FlowDocument;
}

/** What the check of flows finds in ours and is meant so. */
const setAside: { rule: string; flows: RegExp; reason: string }[] = [
  {
    rule: 'read-before-set',
    flows: /./,
    reason: 'attributes are followed across all flows, with what each function answers, in attribute-check.ts',
  },
  {
    rule: 'default-queue-flow',
    flows: /./,
    reason: 'every path sets the hook, or has failed to: who cannot hear our words waits all the same',
  },
  {
    rule: 'no-queue',
    flows: /^inbound-/,
    reason: 'an attribute keeps those whose queue could not be set from the transfer, and the check follows no values',
  },
  {
    rule: 'silent-hang-up',
    flows: /guide|^supervisor-|^callback-created-/,
    reason: 'nobody listens: they are run by a screen, a task, or a callback that waits',
  },
];

/** Everything that the check of flows finds in ours, but for what is set aside: one line each, empty where all is well. */
export function flowAdvice(flows: readonly PublishedFlow[]): string[] {
  return flows.flatMap(({ name, type, document }) =>
    checkFlow(flowToCheck(JSON.stringify(document), name, type))
      .filter((finding) => !isSetAside(finding))
      .map(({ action, what, rule }) => `${name} ${action ?? ''}: ${what} (${rule})`),
  );
}

const isSetAside = (finding: Finding): boolean =>
  setAside.some(({ rule, flows }) => rule === finding.rule && flows.test(finding.flow));
