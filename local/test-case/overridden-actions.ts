import type { ActionStarted, Override } from '../connect/action-started.ts';
import type { OverriddenAction } from './language-overrides.ts';
import { type TestResources, usedBy } from './resources.ts';

/** The testing language has a shorter name for one action than the flow language. */
const flowTypes: Partial<Record<OverriddenAction['ActionType'], string>> = {
  DequeueAndTransferToQueue: 'DequeueContactAndTransferToQueue',
};

/** Overrides that wait for their action. Each is used once; several for one resource follow one another. */
export class OverriddenActions {
  readonly #waiting: OverriddenAction[] = [];
  readonly #resources: TestResources;

  constructor(resources: TestResources) {
    this.#resources = resources;
  }

  add(action: OverriddenAction): void {
    this.#waiting.push(action);
  }

  /** What is to be done in place of an action that begins, if anything. */
  take({ type, resource }: ActionStarted): Override | undefined {
    const index = this.#waiting.findIndex((action) => {
      const { ActionType } = action;
      return (flowTypes[ActionType] ?? ActionType) === type && this.#resources.isSame(usedBy(action), resource);
    });
    const [action] = index < 0 ? [] : this.#waiting.splice(index, 1);
    return action && this.#override(action);
  }

  #override(action: OverriddenAction): Override {
    const { Strategy } = action;
    if (Strategy.Type === 'SubstituteResource') {
      const { SubstituteArn } = Strategy;
      return { kind: 'resource', resource: this.#resources.arn(usedBy(action).kind, SubstituteArn) ?? SubstituteArn };
    }
    const response = Strategy.Type === 'MockResponse' ? Strategy.Response : Strategy;
    if (response.Type === 'Error') {
      return { kind: 'error', error: response.Error.Value, delaySeconds: response.Error.DelaySeconds ?? 0 };
    }
    const { ExecutionResult } = response;
    if ('Value' in ExecutionResult) {
      return { kind: 'result', result: ExecutionResult.Value === 'InHours' ? 'True' : 'False', delaySeconds: 0 };
    }
    return { kind: 'answer', ...ExecutionResult };
  }
}
