import type { InformationSubject } from '../../domain/administration/administration.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { informationSms } from './information-sms.ts';
import { joined } from './joined-actions.ts';
import { announcement, menu } from './listening.ts';
import { remember } from './settings.ts';
import { speech } from './speech.ts';
import type { SubjectMenu } from './subject-menu.ts';
import { spoken, subjectStart } from './subjects.ts';

/** An answer that needs no agent, also sent by SMS where there is a text for it. */
export function informationSubject(
  subject: InformationSubject,
  {
    language,
    lambdas,
    informed,
    toAgent,
  }: Pick<SubjectMenu, 'language' | 'lambdas' | 'informed'> & { toAgent: string },
): Actions<'CONTACT_FLOW'> {
  const { position, sms } = flowTexts(language);
  const { id, information } = subject;
  const name = `inform-${id}`;
  const after = `after-${id}`;
  const send = `send-${id}`;
  const heard = `heard-${id}`;
  const hasSms = information.sms !== undefined;
  const keys = { ...(hasSms ? { '1': send } : {}), '0': toAgent };
  return joined(
    {
      // No queue has a part in it, until an agent is asked for.
      [subjectStart(subject)]: remember({ attributes: { subject: id, queue: '' }, next: name, error: name }),
      // A key that leads nowhere cuts the text short: then it was not heard to its end.
      [heard]: remember({ attributes: { stage: 'informed' }, next: after, error: after }),
    },
    announcement({
      name,
      says: speech(spoken(information.spoken, language)),
      keys,
      silence: heard,
      otherKey: after,
      error: toAgent,
    }),
    menu({
      name: after,
      says: speech(hasSms ? sms.offerInformation : '', position.agentKey),
      again: name,
      keys,
      silence: informed,
      otherKey: informed,
      error: toAgent,
    }),
    hasSms ? informationSms({ name: send, text: id, language, lambdas, next: informed, informs: true }) : {},
  );
}
