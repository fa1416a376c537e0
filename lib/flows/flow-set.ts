import type { Language } from '../../domain/administration/language.ts';
import {
  agentGuides,
  ofServedCaller,
  supervisorFlows,
  taskFlow,
  transferFlow,
  transferFlows,
} from './agent-flow-set.ts';
import { attributeFaults } from './attribute-check.ts';
import { callbackAnsweredFlow } from './callback-answered-flow.ts';
import { callbackCreatedFlow } from './callback-created-flow.ts';
import { callbackAttributeNames, laterSurveyAttributeNames } from './flow-attributes.ts';
import { flowAdvice } from './flow-advice.ts';
import { alone, named, namesIn, referring, type FlowDefinition, type FlowSetInput } from './flow-definition.ts';
import { agentHoldFlow, customerHoldFlow } from './hold-flows.ts';
import { inboundFlow } from './inbound-flow.ts';
import { laterSurveyFlow } from './later-survey-flow.ts';
import { promiseFlow } from './promise-flow.ts';
import { everyHook, plainHooks } from './queue-hooks.ts';
import { queueFlow } from './queue-flow.ts';
import { plainSpeech, speech } from './speech.ts';
import { surveyFlow } from './survey-flow.ts';
import { waitingFlow } from './waiting-flow.ts';
import {
  agentWhisperFlow,
  attributesOfPlace,
  customerWhisperFlow,
  outboundWhisperFlow,
  plainCustomerWhisperFlow,
} from './whisper-flows.ts';

/** The flow that the line's number enters. */
export const entryFlow = 'inbound-fr';
/** The flow that queues name: what a person hears who is called from a queue. */
export const outboundFlow = 'outbound-whisper';
/**
 * All flows of a line, one set for each of its languages, each after those it refers to: the first language comes last, since it
 * leads to the others.
 * @throws Error with flow and action, one fault a line, when a flow is unsound or reads what may not be set
 */
export function flowDefinitions(input: FlowSetInput): FlowDefinition[] {
  const { languages } = input.administration;
  const definitions = [
    ...flowsOfNoLanguage(input),
    ...languages.toReversed().flatMap((language) => flowsOf(language, input)),
    ...transferFlows(input),
  ];
  const names = Object.fromEntries(definitions.map(({ name }) => [name, name]));
  const given = languages.flatMap((language) => [
    [`callback-answered-${language}`, callbackAttributeNames] as const,
    [`later-survey-${language}`, laterSurveyAttributeNames] as const,
  ]);
  const flows = definitions.map(({ name, type, document }) => ({ name, type, document: document(names) }));
  const faults = [
    ...attributeFaults({
      flows,
      lambdas: input.lambdas,
      given: { ...Object.fromEntries(given), [outboundFlow]: attributesOfPlace, [transferFlow]: ofServedCaller },
    }),
    ...flowAdvice(flows),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return definitions;
}

function flowsOfNoLanguage(input: FlowSetInput): FlowDefinition[] {
  const { administration, lambdas } = input;
  return [
    ...supervisorFlows(input),
    alone(outboundFlow, 'OUTBOUND_WHISPER', (name) => outboundWhisperFlow(name, administration.spokenName)),
    alone('agent-hold', 'AGENT_HOLD', agentHoldFlow),
    ...agentGuides('plain-agent-guide', { administration, language: 'fr', lambdas, known: false }),
    alone('plain-waiting', 'CUSTOMER_QUEUE', (name) => waitingFlow(name, 'fr', plainSpeech)),
    alone('plain-customer-whisper', 'CUSTOMER_WHISPER', (name) => plainCustomerWhisperFlow(name, 'fr')),
    alone('plain-customer-hold', 'CUSTOMER_HOLD', (name) => customerHoldFlow(name, 'fr', plainSpeech)),
  ];
}

function flowsOf(language: Language, input: FlowSetInput): FlowDefinition[] {
  const { administration, lambdas } = input;
  const of = (kind: string): string => `${kind}-${language}`;
  const queue = everyHook(administration, language, 'queue');
  const waiting = everyHook(administration, language, 'waiting');
  const plain = plainHooks(administration);
  const { attempts, retryMinutes } = administration.callback;
  const place = (arns: (name: string) => string) => ({
    creationFlowArn: arns(of('callback-created')),
    attempts,
    retryMinutes,
  });
  const others = language === administration.languages[0] ? administration.languages.slice(1) : [];
  return [
    ...agentGuides(of('agent-guide'), { administration, language, lambdas, known: true }),
    alone(of('agent-whisper'), 'AGENT_WHISPER', (name) => agentWhisperFlow(name, language, lambdas)),
    alone(of('customer-whisper'), 'CUSTOMER_WHISPER', (name) => customerWhisperFlow(name, language)),
    alone(of('customer-hold'), 'CUSTOMER_HOLD', (name) => customerHoldFlow(name, language, speech)),
    referring(of('survey'), 'CONTACT_FLOW', [taskFlow], (arns) =>
      surveyFlow(of('survey'), { language, lambdas, taskFlowArn: arns(taskFlow) }),
    ),
    alone(of('waiting'), 'CUSTOMER_QUEUE', (name) => waitingFlow(name, language, speech)),
    referring(of('callback-created'), 'CONTACT_FLOW', namesIn(waiting), (arns) =>
      callbackCreatedFlow(of('callback-created'), language, { ...input, hooks: named(waiting, arns) }),
    ),
    referring(of('queue'), 'CUSTOMER_QUEUE', [of('callback-created')], (arns) =>
      queueFlow(of('queue'), language, lambdas, place(arns)),
    ),
    referring(of('callback-answered'), 'CONTACT_FLOW', namesIn(waiting), (arns) =>
      callbackAnsweredFlow(of('callback-answered'), { ...input, language, hooks: named(waiting, arns) }),
    ),
    ...(administration.survey.afterNoAnswer
      ? [
          referring(of('later-survey'), 'CONTACT_FLOW', namesIn(queue), (arns) =>
            laterSurveyFlow(of('later-survey'), { ...input, language, hooks: named(queue, arns) }),
          ),
        ]
      : []),
    // Who rings instead of being called waits as others do, and hears where they stand.
    referring(of('promise'), 'CONTACT_FLOW', namesIn(queue), (arns) =>
      promiseFlow(of('promise'), { ...input, language, hooks: named(queue, arns) }),
    ),
    referring(
      of('inbound'),
      'CONTACT_FLOW',
      [
        ...namesIn(queue),
        ...namesIn(plain),
        of('callback-created'),
        of('promise'),
        ...others.map((other) => `inbound-${other}`),
      ],
      (arns) =>
        inboundFlow(of('inbound'), {
          ...input,
          language,
          hooks: named(queue, arns),
          plainHooks: named(plain, arns),
          surveyArn: arns(of('survey')),
          promiseArn: arns(of('promise')),
          place: place(arns),
          otherLanguages: Object.fromEntries(others.map((other) => [other, arns(`inbound-${other}`)])),
        }),
    ),
  ];
}
