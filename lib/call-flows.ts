import { CfnContactFlow, type CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import type { Language } from '../domain/administration/language.ts';
import type { ConnectFunction } from './connect-function.ts';
import { type ContactCentre, lastPart } from './contact-centre.ts';
import type { FlowDefinition } from './flows/flow-definition.ts';
import { flowDefinitions } from './flows/flow-set.ts';
import type { FlowLambdaName } from './flows/lambda-contracts.ts';

/** Connect takes 2 requests of this kind a second: so many at a time. */
const associationsAtOnce = 3;

export type Hooks = Record<FlowLambdaName, ConnectFunction>;

interface CallFlowsProps {
  administration: Administration;
  centre: ContactCentre;
  hooks: Hooks;
}

/** Publishes the flows, each after the flows it names and after the functions it invokes are open to it. */
export class CallFlows extends Construct {
  readonly #instanceArn: string;
  readonly #associations: Map<ConnectFunction, CfnIntegrationAssociation>;
  readonly #arns: Record<string, string> = {};

  constructor(scope: Construct, id: string, { administration, centre, hooks }: CallFlowsProps) {
    super(scope, id);
    this.#instanceArn = centre.instanceArn;
    this.#associations = attachAll(hooks, centre.instanceArn);
    const definitions = flowDefinitions({
      administration,
      lambdas: arnsOf(hooks),
      queues: centre.queueArns,
      supervisionQueue: centre.supervisionQueueArn,
      hours: centre.hoursArns,
    });
    for (const definition of definitions) this.#arns[definition.name] = this.#publish(definition);
  }

  has(name: string): boolean {
    return name in this.#arns;
  }

  /** Throws where there is no such flow. */
  arn(name: string): string {
    const arn = this.#arns[name];
    if (arn === undefined) throw new Error(`no flow ${name}, or it is defined after what names it`);
    return arn;
  }

  /** Ids of one kind of flow, by language. */
  ids(kind: string, languages: readonly Language[]): Partial<Record<Language, string>> {
    return Object.fromEntries(languages.map((language) => [language, lastPart(this.arn(`${kind}-${language}`))]));
  }

  #publish({ name, type, document, uses }: FlowDefinition): string {
    const used = Object.fromEntries(uses.map((other) => [other, this.arn(other)]));
    const content = JSON.stringify(document(used));
    const flow = new CfnContactFlow(this, name, { instanceArn: this.#instanceArn, name, type, content });
    for (const [hook, association] of this.#associations) {
      if (content.includes(hook.functionArn)) flow.addResourceDependency(association);
    }
    return flow.attrContactFlowArn;
  }
}

/**
 * Opens the functions to the flows of the instance, a few at a time. The one that names the queues comes last: the
 * queues wait for the outbound whisper, so nothing that this flow might invoke may wait for the queues.
 */
function attachAll(hooks: Hooks, instanceArn: string): Map<ConnectFunction, CfnIntegrationAssociation> {
  const { tellPosition, ...others } = hooks;
  const ordered = [...Object.values(others), tellPosition];
  const associations = new Map(ordered.map((hook) => [hook, hook.attachTo(instanceArn)]));
  const inOrder = [...associations.values()];
  for (const [index, association] of inOrder.entries()) {
    const earlier = inOrder[index - associationsAtOnce];
    if (earlier !== undefined) association.addResourceDependency(earlier);
  }
  return associations;
}

export const arnsOf = (hooks: Hooks): Record<FlowLambdaName, string> =>
  Object.fromEntries(Object.entries(hooks).map(([name, hook]) => [name, hook.functionArn])) as Record<
    FlowLambdaName,
    string
  >;
