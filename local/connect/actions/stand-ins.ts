import type { ActionKinds } from './action-kind.ts';
import { botStandIns } from './stand-ins-bots.ts';
import { caseStandIns } from './stand-ins-cases.ts';
import { contactStandIns } from './stand-ins-contacts.ts';
import { knowledgeStandIns } from './stand-ins-knowledge.ts';
import { mediaStandIns } from './stand-ins-media.ts';
import { profileStandIns } from './stand-ins-profiles.ts';

/** How what other services answer is stood in for. */
export const standInActions: ActionKinds = {
  ...botStandIns,
  ...profileStandIns,
  ...caseStandIns,
  ...mediaStandIns,
  ...contactStandIns,
  ...knowledgeStandIns,
};
