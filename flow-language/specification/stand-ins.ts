import type { ActionSpecifications } from './action-specification.ts';
import { botStandIns } from './stand-ins-bots.ts';
import { caseStandIns } from './stand-ins-cases.ts';
import { contactStandIns } from './stand-ins-contacts.ts';
import { knowledgeStandIns } from './stand-ins-knowledge.ts';
import { mediaStandIns } from './stand-ins-media.ts';
import { profileStandIns } from './stand-ins-profiles.ts';

/** The actions that another service answers, which no laptop has. */
export const standIns: ActionSpecifications = {
  ...botStandIns,
  ...profileStandIns,
  ...caseStandIns,
  ...mediaStandIns,
  ...contactStandIns,
  ...knowledgeStandIns,
};
