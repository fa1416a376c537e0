import type { Administration } from '../../domain/administration/administration.ts';
import { mermaid } from '../../flow-language/drawing/mermaid.ts';
import { parseObject, readActions } from '../../flow-language/read-flow.ts';
import { scalar } from '../../flow-language/flow-document.ts';
import { shortName } from '../connect/known-functions.ts';
import type { DeployedFlow, Deployment } from '../deployment.ts';

/** When each type of flow is run, in a sentence. */
const typeSentences: Record<string, string> = {
  CONTACT_FLOW: 'a caller, a task or a guide is in it',
  CUSTOMER_QUEUE: 'heard while waiting in a queue',
  CUSTOMER_WHISPER: 'heard by the caller as an agent answers',
  AGENT_WHISPER: 'heard by the agent who answers',
  OUTBOUND_WHISPER: 'heard by who is called, as they answer',
  CUSTOMER_HOLD: 'heard by a caller on hold',
  AGENT_HOLD: 'heard by an agent on hold',
  AGENT_TRANSFER: 'heard by an agent who passes a caller on to another agent',
  QUEUE_TRANSFER: 'heard by an agent who passes a caller on to a queue',
};

/** A page for each flow and one that lists them, by file name. The same deployment gives the same pages. */
export function flowPages({ id, name }: Administration, deployment: Deployment): Map<string, string> {
  const names = resourceNames(deployment);
  const nameOf = (arn: string): string => names.get(arn) ?? arn;
  const flows = deployment.flows.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const list = flows.map((flow) => `- [${flow.name}](${flow.name}.md): ${sentenceOf(flow)}`);
  return new Map([
    [
      'README.md',
      `# The flows of ${name}\n\nDrawn by \`npm run flow -- draw ${id}\` from the synthesised stack. Dashed arrows are errors.\n\n${list.join('\n')}\n`,
    ],
    ...flows.map((flow): [string, string] => [`${flow.name}.md`, pageOf(flow, nameOf)]),
  ]);
}

const sentenceOf = ({ type }: DeployedFlow): string => typeSentences[type] ?? type;

function pageOf(flow: DeployedFlow, nameOf: (arn: string) => string): string {
  const document = parseObject(flow.content);
  const drawing = mermaid({ startAction: scalar(document.StartAction) ?? '', actions: readActions(document) }, nameOf);
  return `# ${flow.name}\n\n\`${flow.type}\`: ${sentenceOf(flow)}. [All flows](README.md)\n\n\`\`\`mermaid\n${drawing}\n\`\`\`\n`;
}

function resourceNames({ flows, queues, functions, hours }: Deployment): Map<string, string> {
  return new Map([
    ...[...flows, ...queues, ...hours].flatMap(({ arn, id, name }): [string, string][] => [
      [arn, name],
      [id, name],
    ]),
    ...functions.map((deployed): [string, string] => [deployed.arn, shortName(deployed)]),
  ]);
}
