import type { ActionKind } from './action-kind.ts';
import { attributeActions } from './attributes.ts';
import { branchingActions } from './branching.ts';
import { callbackActions } from './callbacks.ts';
import { elsewhereActions } from './elsewhere.ts';
import { endingActions } from './ending.ts';
import { inputActions } from './input.ts';
import { lambdaActions } from './lambda.ts';
import { moduleActions } from './modules.ts';
import { outboundActions } from './outbound.ts';
import { queueingActions } from './queueing.ts';
import { settingsActions } from './settings.ts';
import { speechActions } from './speech.ts';
import { standInActions } from './stand-ins.ts';
import { tagActions } from './tags.ts';
import { taskActions } from './tasks.ts';
import { viewActions } from './views.ts';
import { thirdPartyActions } from './third-party.ts';

/** Every action that is implemented, by its type in the flow language. */
export const actionKinds: ReadonlyMap<string, ActionKind> = new Map(
  Object.entries({
    ...speechActions,
    ...inputActions,
    ...branchingActions,
    ...attributeActions,
    ...settingsActions,
    ...queueingActions,
    ...outboundActions,
    ...callbackActions,
    ...thirdPartyActions,
    ...tagActions,
    ...taskActions,
    ...viewActions,
    ...lambdaActions,
    ...endingActions,
    ...elsewhereActions,
    ...moduleActions,
    ...standInActions,
  }),
);
