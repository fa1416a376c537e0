import { keptAttributes, type KeptAttribute } from './contract.ts';
import { type Fields, shapes, textOf } from './lenient-fields.ts';

/** What each attribute can be: whatever else a program may have written there is not kept. */
const shapeOf: Record<KeptAttribute, RegExp> = {
  stage: /^(?:menu|arrival|closed|informed|promise)$/u,
  firstAnnouncedWaitSeconds: shapes.seconds,
  offerReason: shapes.word,
  callbackRefusal: shapes.word,
  surveyOffered: /^(?:yes|no)$/u,
  language: /^[a-z]{2}$/u,
  subject: shapes.word,
  queue: shapes.word,
  offeredAt: shapes.instant,
  queuedAt: shapes.instant,
  promise: shapes.word,
  resumes: /^(?:yes|no)$/u,
  bookingId: shapes.bookingId,
  attempt: /^\d{1,2}$/u,
  survey: /^later$/u,
};

/** Those that are known and that we keep. */
export function preparedAttributes(attributes: Fields): Partial<Record<KeptAttribute, string>> {
  return Object.fromEntries(
    keptAttributes.flatMap((name) => {
      const value = textOf(attributes[name], shapeOf[name]);
      return value === '' ? [] : [[name, value]];
    }),
  );
}
