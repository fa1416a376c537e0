import { agentGuideFlow, hasAgentGuide } from './agent-guide.ts';
import type { AttributeName } from './flow-attributes.ts';
import { alone, named, namesIn, referring, type FlowDefinition, type FlowSetInput } from './flow-definition.ts';
import { everyHook } from './queue-hooks.ts';
import { queueTransferFlow } from './queue-transfer-flow.ts';
import { supervisorGuideFlow, supervisorRequestFlow } from './supervisor-guide.ts';
import { supervisorTaskFlow } from './supervisor-task.ts';

/** What a task for a supervisor runs. */
export const taskFlow = 'supervisor-task';
/** What a task runs that a supervisor creates, and the guide that comes with it. */
export const requestFlow = 'supervisor-request';
const supervisorGuide = 'supervisor-guide';
/** What an agent hears who passes a caller on. */
export const transferFlow = 'queue-transfer';

export function supervisorFlows({ administration, lambdas, supervisionQueue }: FlowSetInput): FlowDefinition[] {
  return [
    alone(supervisorGuide, 'CONTACT_FLOW', (name) => supervisorGuideFlow(name, { administration, lambdas })),
    referring(requestFlow, 'CONTACT_FLOW', [supervisorGuide], (arns) =>
      supervisorRequestFlow(requestFlow, { queueArn: supervisionQueue, guideArn: arns(supervisorGuide) }),
    ),
    alone(taskFlow, 'CONTACT_FLOW', (name) => supervisorTaskFlow(name, supervisionQueue)),
  ];
}

/** None where the file has nothing to send. */
export function agentGuides(name: string, options: Parameters<typeof agentGuideFlow>[1]): FlowDefinition[] {
  if (!hasAgentGuide(options.administration)) return [];
  return [alone(name, 'CONTACT_FLOW', () => agentGuideFlow(name, options))];
}

/** Attributes of every caller with whom an agent talks. */
export const ofServedCaller: readonly AttributeName[] = [
  'administration',
  'language',
  'speechRate',
  'subject',
  'reason',
];

/** A line with one queue has nowhere to pass a caller on to. */
export function transferFlows({ administration, lambdas }: FlowSetInput): FlowDefinition[] {
  const { languages, queues } = administration;
  if (Object.keys(queues).length < 2) return [];
  return [
    referring(
      transferFlow,
      'QUEUE_TRANSFER',
      languages.flatMap((language) => namesIn(everyHook(administration, language, 'waiting'))),
      (arns) =>
        queueTransferFlow(transferFlow, {
          languages,
          lambdas,
          hooks: (language) => named(everyHook(administration, language, 'waiting'), arns),
        }),
    ),
  ];
}
