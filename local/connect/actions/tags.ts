import { type FlowAction, scalar } from '../../../flow-language/flow-document.ts';
import { isReservedTag, MOST_TAGS } from '../../../flow-language/specification/attributes.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import type { ActionKinds } from './action-kind.ts';
import { resolvedTexts } from './attributes.ts';

/** All or none. */
function tag({ parameters }: FlowAction, run: FlowRun): Step {
  const tags = { ...run.contact.tags, ...resolvedTexts(parameters.Tags, run) };
  if (Object.keys(tags).length > MOST_TAGS) return failed(`a contact has ${MOST_TAGS} tags at most`);
  run.contact.tags = tags;
  return next;
}

function untag({ parameters }: FlowAction, run: FlowRun): Step {
  const keys = (Array.isArray(parameters.TagKeys) ? parameters.TagKeys : []).map((key) => scalar(key) ?? '');
  const missing = keys.find((key) => isReservedTag(key) || !Object.hasOwn(run.contact.tags, key));
  if (missing !== undefined) return failed(`no tag ${missing} that could be removed`);
  run.contact.tags = Object.fromEntries(Object.entries(run.contact.tags).filter(([key]) => !keys.includes(key)));
  return next;
}

export const tagActions: ActionKinds = {
  TagContact: { run: tag },
  UnTagContact: { run: untag },
  UntagContact: { run: untag },
};
