import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { attributeFaults } from './attribute-check.ts';
import { callbackAnsweredFlow } from './callback-answered-flow.ts';
import { callbackAttributeNames } from './flow-attributes.ts';
import type { ContactFlowType, FlowDocument } from './flow-language.ts';
import { agentHoldFlow, customerHoldFlow } from './hold-flows.ts';
import { inboundFlow } from './inbound-flow.ts';
import type { FlowLambdaName } from './lambda-contracts.ts';
import type { HookFlows } from './queue-hooks.ts';
import { queueFlow } from './queue-flow.ts';
import { arnOf, spoken } from './subject-menu.ts';
import { surveyFlow } from './survey-flow.ts';
import { waitingFlow } from './waiting-flow.ts';
import { agentWhisperFlow, customerWhisperFlow, outboundWhisperFlow } from './whisper-flows.ts';

export type { FlowLambdaName } from './lambda-contracts.ts';
export type { FlowDocument } from './flow-language.ts';

export interface FlowSetInput {
  administration: Administration;
  language: Language;
  /** Function ARNs. */
  lambdas: Record<FlowLambdaName, string>;
  /** Queue ARNs by queue id of the YAML. */
  queues: Record<string, string>;
  /** ARNs of the opening hours, by queue id. */
  hours: Record<string, string>;
}

export interface FlowDefinition {
  name: string;
  type: ContactFlowType;
  /** @param flowArns ARN by name, of at least the flows in `uses` */
  document: (flowArns: Record<string, string>) => FlowDocument;
  /** Names of the flows it refers to: all of them come earlier in the set. */
  uses: string[];
}

/**
 * All flows of one language, each after those it refers to.
 * @throws Error with flow and action, one fault a line, when a flow is unsound or reads what may not be set
 */
export function flowDefinitions(input: FlowSetInput): FlowDefinition[] {
  const definitions = [...flowsAlone(input), callbackAnswered(input), inbound(input)];
  const names = Object.fromEntries(definitions.map(({ name }) => [name, name]));
  const faults = attributeFaults({
    flows: definitions.map(({ name, document }) => ({ name, document: document(names) })),
    lambdas: input.lambdas,
    given: { [`callback-answered-${input.language}`]: callbackAttributeNames },
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return definitions;
}

/** The flows that refer to no other. */
function flowsAlone({ administration, language, lambdas }: FlowSetInput): FlowDefinition[] {
  const spokenName = spoken(administration.spokenName, language);
  const alone = (kind: string, type: ContactFlowType, build: (name: string) => FlowDocument): FlowDefinition => {
    const name = `${kind}-${language}`;
    return { name, type, document: () => build(name), uses: [] };
  };
  return [
    alone('agent-whisper', 'AGENT_WHISPER', (name) => agentWhisperFlow(name, language)),
    alone('customer-whisper', 'CUSTOMER_WHISPER', (name) => customerWhisperFlow(name, language)),
    alone('outbound-whisper', 'OUTBOUND_WHISPER', (name) => outboundWhisperFlow(name, language, spokenName)),
    alone('customer-hold', 'CUSTOMER_HOLD', (name) => customerHoldFlow(name, language)),
    alone('agent-hold', 'AGENT_HOLD', (name) => agentHoldFlow(name, language)),
    alone('survey', 'CONTACT_FLOW', (name) => surveyFlow(name, language, lambdas)),
    alone('waiting', 'CUSTOMER_QUEUE', (name) => waitingFlow(name, language)),
    alone('queue', 'CUSTOMER_QUEUE', (name) => queueFlow(name, language, lambdas)),
  ];
}

/** Agent whisper first: it alone reads what the callback flow may fail to remember. */
function everyHook(queueFlowName: string, language: Language, arns: (name: string) => string): HookFlows {
  return [
    { hook: 'AgentWhisper', flowArn: arns(`agent-whisper-${language}`) },
    { hook: 'CustomerWhisper', flowArn: arns(`customer-whisper-${language}`) },
    { hook: 'CustomerQueue', flowArn: arns(`${queueFlowName}-${language}`) },
    { hook: 'CustomerHold', flowArn: arns(`customer-hold-${language}`) },
    { hook: 'AgentHold', flowArn: arns(`agent-hold-${language}`) },
    { hook: 'CustomerRemaining', flowArn: arns(`survey-${language}`) },
  ];
}

/** The hooks whose flows read no attribute. */
function hooksWithoutMemory(language: Language, arns: (name: string) => string): HookFlows {
  return everyHook('waiting', language, arns).filter(
    ({ hook }) => hook !== 'AgentWhisper' && hook !== 'CustomerRemaining',
  );
}

const itself = (name: string) => name;
const namesOf = (...hooks: HookFlows[]) => [...new Set(hooks.flat().map(({ flowArn }) => flowArn))];

function callbackAnswered(input: FlowSetInput): FlowDefinition {
  const { language } = input;
  const name = `callback-answered-${language}`;
  return {
    name,
    type: 'CONTACT_FLOW',
    uses: namesOf(everyHook('waiting', language, itself)),
    document: (flowArns) =>
      callbackAnsweredFlow(name, {
        ...input,
        hooks: everyHook('waiting', language, (used) => arnOf(flowArns, used)),
      }),
  };
}

function inbound(input: FlowSetInput): FlowDefinition {
  const { language } = input;
  const name = `inbound-${language}`;
  return {
    name,
    type: 'CONTACT_FLOW',
    uses: namesOf(everyHook('queue', language, itself), hooksWithoutMemory(language, itself)),
    document: (flowArns) => {
      const arns = (used: string) => arnOf(flowArns, used);
      return inboundFlow(name, {
        ...input,
        hooks: everyHook('queue', language, arns),
        plainHooks: hooksWithoutMemory(language, arns),
        surveyArn: arns(`survey-${language}`),
      });
    },
  };
}
