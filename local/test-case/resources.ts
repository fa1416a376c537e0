import type { Deployment } from '../deployment.ts';
import { shortName } from '../connect/known-functions.ts';
import type { ExpectedAction } from './language-events.ts';
import type { OverriddenAction } from './language-overrides.ts';
import type { Observation } from './language.ts';
import { type TestCase, TestCaseRefused } from './read-test-case.ts';

type Kind = 'flow' | 'queue' | 'hours' | 'function' | 'bot';

/** What an action of a flow uses, as a test case names it. */
interface Used {
  kind: Kind;
  /** Where it is named, in the parameters. */
  parameter: string;
  reference: string;
}

export function usedBy({ ActionType, ActionParameters }: ExpectedAction | OverriddenAction): Used {
  switch (ActionType) {
    case 'InvokeLambdaFunction':
      return { kind: 'function', parameter: 'LambdaFunctionARN', reference: ActionParameters.LambdaFunctionARN };
    case 'CheckHoursOfOperation':
      return { kind: 'hours', parameter: 'HoursOfOperationId', reference: ActionParameters.HoursOfOperationId };
    case 'ConnectParticipantWithLexBot':
      return { kind: 'bot', parameter: 'LexV2Bot.AliasArn', reference: ActionParameters.LexV2Bot.AliasArn };
    default:
      return { kind: 'queue', parameter: 'QueueId', reference: ActionParameters.QueueId };
  }
}

interface Named {
  arn: string;
  name: string;
  /** What else it is called by. */
  aliases: string[];
}

const byId = ({ arn, id, name }: { arn: string; id: string; name: string }): Named => ({ arn, name, aliases: [id] });

/** The resources of a deployment, by id, ARN or name. */
export class TestResources {
  readonly #stackName: string;
  readonly #named: Record<Exclude<Kind, 'bot'>, Named[]>;

  constructor(deployment: Deployment) {
    this.#stackName = deployment.stackName;
    this.#named = {
      flow: deployment.flows.map(byId),
      queue: deployment.queues.map(byId),
      hours: deployment.hours.map(byId),
      function: deployment.functions.map((each) => ({ arn: each.arn, name: shortName(each), aliases: [each.name] })),
    };
  }

  /** Undefined where the deployment has none of that name. A bot is known by its ARN alone. */
  arn(kind: Kind, reference: string): string | undefined {
    if (kind === 'bot') return reference;
    return this.#named[kind].find(({ arn, name, aliases }) => [arn, name, ...aliases].includes(reference))?.arn;
  }

  name(kind: Kind, reference: string): string {
    const arn = this.arn(kind, reference);
    return (kind === 'bot' ? undefined : this.#named[kind].find((named) => named.arn === arn)?.name) ?? reference;
  }

  /** The name of whichever resource has that id or ARN. */
  nameOf(reference: string): string {
    const kinds = Object.keys(this.#named) as Exclude<Kind, 'bot'>[];
    const kind = kinds.find((each) => this.arn(each, reference) !== undefined);
    return kind === undefined ? reference : this.name(kind, reference);
  }

  isSame({ kind, reference }: Used, other: string | undefined): boolean {
    return other !== undefined && this.arn(kind, reference) === (this.arn(kind, other) ?? other);
  }

  /** @throws TestCaseRefused with everything named that the deployment does not have */
  refuseUnknown({ flow, observations }: Pick<TestCase, 'flow' | 'observations'>): void {
    const faults = [
      ...this.#fault('flow', flow, 'EntryPoint.VoiceCallEntryPointParameters.FlowId'),
      ...observations.flatMap((observation, index) => this.#faultsOf(observation, `Observations[${index}]`)),
    ];
    if (faults.length > 0) throw new TestCaseRefused(faults.join('\n'));
  }

  #faultsOf({ Event, Actions = [] }: Observation, path: string): string[] {
    const ofEvent = Event.Type === 'FlowActionStarted' ? this.#faultsOfUse(Event.Properties, `${path}.Event`) : [];
    const ofActions = Actions.flatMap((action, index) => {
      if (action.Type !== 'OverrideSystemBehavior') return [];
      const at = `${path}.Actions[${index}].Parameters.Behavior`;
      const { Properties } = action.Parameters.Behavior;
      const { Strategy } = Properties;
      const substitute = Strategy.Type === 'SubstituteResource' ? Strategy.SubstituteArn : undefined;
      return [
        ...this.#faultsOfUse(Properties, at),
        ...this.#fault(usedBy(Properties).kind, substitute, `${at}.Properties.Strategy.SubstituteArn`),
      ];
    });
    return [...ofEvent, ...ofActions];
  }

  #faultsOfUse(properties: ExpectedAction | OverriddenAction, path: string): string[] {
    const { kind, parameter, reference } = usedBy(properties);
    return this.#fault(kind, reference, `${path}.Properties.ActionParameters.${parameter}`);
  }

  #fault(kind: Kind, reference: string | undefined, path: string): string[] {
    if (reference === undefined || kind === 'bot' || this.arn(kind, reference) !== undefined) return [];
    const known = this.#named[kind].map(({ name }) => name).join(', ');
    return [`${path}: ${this.#stackName} has no ${kind} "${reference}": one of ${known}`];
  }
}
