import type { Language, SpokenText } from '../administration/language.ts';
import { toGsm7 } from './gsm7.ts';
import { printedNumber } from './national-format.ts';
import { phrases } from './phrases.ts';

/** A text of the file, to be sent on request; without the administration's name, which code puts in front. */
export type InformationText = SpokenText;

interface Subject {
  id: string;
  information?: { sms?: InformationText | undefined } | undefined;
  subjects?: readonly Subject[] | undefined;
}
/** The parts of an administration's file that are sent on request. */
interface WithInformation {
  subjects: readonly Subject[];
  accessibility?: { name: string; number: string } | undefined;
  sms: { texts?: Readonly<Record<string, InformationText>> | undefined };
}

/** At most so many a person and day. */
export const mostInformationADay = 5;

/** Id of the text about the service for deaf callers. */
export const accessibilityText = 'accessibility';

/** All that can be sent on request, by id: the texts of subjects, the service for deaf callers, what agents send. */
export function smsTexts({ subjects, accessibility, sms }: WithInformation): Record<string, InformationText> {
  return {
    ...sms.texts,
    ...Object.fromEntries(textsOfSubjects(subjects)),
    ...(accessibility && { [accessibilityText]: accessibilityIn(accessibility) }),
  };
}

function textsOfSubjects(subjects: readonly Subject[]): [string, InformationText][] {
  return subjects.flatMap(({ id, information, subjects: second = [] }): [string, InformationText][] => [
    ...(information?.sms ? [[id, information.sms] as [string, InformationText]] : []),
    ...textsOfSubjects(second),
  ]);
}

function accessibilityIn({ name, number }: { name: string; number: string }): InformationText {
  const inLanguage = (language: Language): string => phrases(language).accessibility(name, printedNumber(number));
  return { fr: inLanguage('fr'), en: inLanguage('en') };
}

/** The SMS as it is sent, in French where the text has no other language: the administration's name first, GSM-7. */
export function composeInformation(name: string, text: InformationText, language: Language): string {
  const wanted = text[language];
  const written = wanted === undefined ? 'fr' : language;
  return toGsm7(phrases(written).information(name, (wanted ?? text.fr).trim()));
}
