import { type FlowAction, type FlowType, flowTypes } from './flow-document.ts';
import { isAllowedIn } from './specification/action-specification.ts';
import { actionSpecifications } from './specification/catalogue.ts';

const lettersOf = (word: string): string => word.replaceAll(/[^A-Za-z]/g, '').toLowerCase();

const typesByWord: Record<string, FlowType> = {
  ...Object.fromEntries(flowTypes.map((type) => [lettersOf(type), type])),
  contactflowmodule: 'MODULE',
  flowmodule: 'MODULE',
};

/** `CUSTOMER_QUEUE`, the console's `customerQueue`, and every capitalisation between; undefined for a word that names no type. */
export const flowTypeNamed = (word: string): FlowType | undefined => typesByWord[lettersOf(word)];

/** Actions that one type of flow has, or hardly another. */
const tellingActions: [type: string, FlowType][] = [
  ['EndFlowModuleExecution', 'MODULE'],
  ['TransferContactToAgent', 'AGENT_TRANSFER'],
  ['CompleteOutboundCall', 'OUTBOUND_WHISPER'],
  ['DequeueContactAndTransferToQueue', 'CUSTOMER_QUEUE'],
];

/** What type a flow seems to be by its actions and, among types that have the same ones, by its name; undefined where nothing tells. */
export function inferFlowType(name: string, actions: readonly FlowAction[]): FlowType | undefined {
  const has = (type: string): boolean => actions.some((action) => action.type === type);
  const told = tellingActions.find(([type]) => has(type));
  if (told) return told[1];
  if (has('MessageParticipantIteratively')) {
    return byName(name, ['CUSTOMER_HOLD', 'AGENT_HOLD'], actions) ?? 'CUSTOMER_QUEUE';
  }
  if (!has('EndFlowExecution')) return undefined;
  const whisper = byName(name, ['OUTBOUND_WHISPER', 'CUSTOMER_WHISPER', 'AGENT_WHISPER'], actions);
  return whisper ?? (areAllowedIn('AGENT_WHISPER', actions) ? 'AGENT_WHISPER' : 'CUSTOMER_QUEUE');
}

function byName(name: string, types: FlowType[], actions: readonly FlowAction[]): FlowType | undefined {
  return types.find((type) => lettersOf(name).includes(lettersOf(type)) && areAllowedIn(type, actions));
}

function areAllowedIn(type: FlowType, actions: readonly FlowAction[]): boolean {
  return actions.every((action) => {
    const specification = actionSpecifications.get(action.type);
    return specification !== undefined && isAllowedIn(specification, type);
  });
}
