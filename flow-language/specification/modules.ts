import type { FlowType } from '../flow-document.ts';
import { type ActionSpecification, type ActionSpecifications, flowTypesFor } from './action-specification.ts';

/** How deep modules invoke each other: Administrator Guide, "Flow modules". */
export const DEEPEST_MODULE = 5;

/** Whether an action is published in a module, but takes its error branch there when a flow of that type has invoked the module. */
export function failsInModule({ inModules, allowedIn }: ActionSpecification, caller: FlowType): boolean {
  const onlyInModules = allowedIn.length === 0;
  return inModules === 'fails' || (!onlyInModules && !allowedIn.includes(caller));
}

export const modules: ActionSpecifications = {
  InvokeFlowModule: {
    // Its page says inbound flows; the Administrator Guide, later, every type of flow, and other modules.
    allowedIn: flowTypesFor.all,
    inModules: 'runs',
    nextAction: 'required',
    // The branches that the module declares, of which its document tells nothing.
    results: 'anything',
    errors: ['NoMatchingError'],
  },
  EndFlowModuleExecution: {
    allowedIn: [],
    inModules: 'runs',
    nextAction: 'none',
    results: 'nothing',
    errors: [],
  },
};
