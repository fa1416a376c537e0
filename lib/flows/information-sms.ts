import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { digits } from './listening.ts';
import { callerNumber, external, keyedInput, type Reference } from './references.ts';
import { logging, remember } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

interface InformationSms {
  /** Of its first action. */
  name: string;
  /** Id of the text. */
  text: string;
  language: Language;
  lambdas: LambdaArns;
  next: string;
  /** The text answers the call: who was sent it is informed. */
  informs: boolean;
}

/** A text by SMS to the caller's own number, or to one keyed in where that is hidden or no mobile. */
export function informationSms({
  name,
  text,
  language,
  lambdas,
  next,
  informs,
}: InformationSms): Actions<'CONTACT_FLOW'> {
  const done = `${name}-sent`;
  const resume = `${name}-resume`;
  const checking = (check: string, number: Reference, otherwise: string): Actions<'CONTACT_FLOW'> => ({
    [check]: invoke(lambdas, {
      lambda: 'checkNumber',
      parameters: { number, language },
      next: `${check}-kind`,
      error: `${name}-unknown`,
    }),
    [`${check}-kind`]: equals({
      value: external('checkNumber', 'status'),
      cases: { mobile: `${name}-send` },
      otherwise,
    }),
  });
  const texts = flowTexts(language).sms;
  const sending: Actions<'CONTACT_FLOW'> = {
    [name]: logging('Disabled', `${name}-check`),
    [`${name}-send`]: invoke(lambdas, {
      lambda: 'sendInformation',
      parameters: {
        number: external('checkNumber', 'number'),
        numberKind: external('checkNumber', 'status'),
        text,
        language,
      },
      next: informs ? `${name}-was-sent` : done,
      error: `${name}-unknown`,
    }),
    [done]: say({ says: speech(external('sendInformation', 'announcement')), next: resume, error: resume }),
    [`${name}-unknown`]: say({ says: speech(texts.informationUnknown), next: resume, error: resume }),
    [`${name}-no-mobile`]: say({ says: speech(texts.noMobile), next: resume, error: resume }),
    [resume]: logging('Enabled', next),
  };
  const informing: Actions<'CONTACT_FLOW'> = {
    [`${name}-was-sent`]: equals({
      value: external('sendInformation', 'status'),
      cases: { sent: `${name}-informs` },
      otherwise: done,
    }),
    [`${name}-informs`]: remember({ attributes: { stage: 'informed' }, next: done, error: done }),
  };
  return joined(
    sending,
    informs ? informing : {},
    checking(`${name}-check`, callerNumber, `${name}-ask`),
    checking(`${name}-keyed`, keyedInput, `${name}-no-mobile`),
    digits({
      name: `${name}-ask`,
      says: speech(texts.enterMobile),
      most: 15,
      keyed: `${name}-keyed`,
      zero: resume,
      silence: resume,
      error: resume,
    }),
  );
}
