import type { TransferSubject } from '../../domain/administration/administration.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { joined } from './joined-actions.ts';
import { menu } from './listening.ts';
import { transferOutside } from './queueing.ts';
import { remember } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';
import type { SubjectMenu } from './subject-menu.ts';
import { spoken, subjectStart } from './subjects.ts';

/** Another administration rings as long as people let a telephone ring. */
const ringSeconds = 30;

/** The caller is told where they are sent and that it is free; where nobody answers there, they choose again. */
export function transferSubject(
  subject: TransferSubject,
  { language, goodbye, toAgent }: Pick<SubjectMenu, 'language' | 'goodbye'> & { toAgent: string },
): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const announcing = `announce-transfer-${subject.id}`;
  const transfer = `transfer-${subject.id}`;
  const unanswered = `no-answer-${subject.id}`;
  const transferring: Actions<'CONTACT_FLOW'> = {
    // No queue has a part in it, until an agent is asked for.
    [subjectStart(subject)]: remember({
      attributes: { subject: subject.id, queue: '' },
      next: announcing,
      error: announcing,
    }),
    [announcing]: say({
      says: speech(texts.transferring(spoken(subject.spoken, language))),
      next: transfer,
      error: transfer,
    }),
    [transfer]: transferOutside({
      number: subject.transferNumber,
      seconds: ringSeconds,
      next: goodbye,
      unanswered,
    }),
  };
  return joined(
    transferring,
    menu({
      name: unanswered,
      says: speech(texts.transferUnanswered),
      keys: { '1': transfer, '2': 'choose-subject', '0': toAgent },
      silence: toAgent,
      otherKey: 'choose-subject',
      error: toAgent,
    }),
  );
}
