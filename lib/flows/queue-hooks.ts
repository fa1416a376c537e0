import type { Action } from './flow-language.ts';
import { joined } from './joined-actions.ts';
import { hook, type Hook } from './settings.ts';

/** Which flow each hook names, in the order in which they are set. */
export type HookFlows = readonly { hook: Hook; flowArn: string }[];

/** `set-agent-whisper` */
function identifierOf(prefix: string, name: Hook): string {
  return `${prefix}${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Sets the hooks one after the other; what is left unset is Connect's default, in English. */
export function setHooks(
  flows: HookFlows,
  prefix: string,
  next: string,
): Record<string, Action<'UpdateContactEventHooks'>> {
  const actions = flows.map(({ hook: name, flowArn }, index) => {
    const following = flows[index + 1];
    const target = following === undefined ? next : identifierOf(prefix, following.hook);
    return { [identifierOf(prefix, name)]: hook({ hook: name, flowArn, next: target }) };
  });
  return joined(...actions);
}

/** Identifier of the first action of `setHooks`. */
export function firstHook(flows: HookFlows, prefix: string): string {
  const [first] = flows;
  if (first === undefined) throw new Error(`${prefix}: no hook to set`);
  return identifierOf(prefix, first.hook);
}
