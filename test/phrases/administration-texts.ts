import type { Administration } from '../../domain/administration/administration.ts';
import type { SpokenText } from '../../domain/administration/language.ts';
import { leafSubjects } from '../../domain/administration/subjects.ts';
import { composeInformation, smsTexts } from '../../domain/sms/information.ts';
import { flowTexts } from '../../lib/flows/flow-texts.ts';
import { spoken } from '../../lib/flows/subjects.ts';
import { administrations } from '../flows/published-flows.ts';
import type { Rendering } from './every-phrase.ts';

const everySubject = ({ subjects }: Administration) =>
  subjects.flatMap((subject) => [subject, ...('subjects' in subject ? subject.subjects : [])]);

const informations = (administration: Administration): [string, SpokenText][] =>
  leafSubjects(administration).flatMap(({ subject }): [string, SpokenText][] =>
    'information' in subject ? [[`information ${subject.id}`, subject.information.spoken]] : [],
  );

/** What the files of the administrations make callers hear and read. */
export const administrationTexts: Rendering[] = administrations.flatMap((administration) =>
  administration.languages.flatMap((language) => {
    const { id, name } = administration;
    const rendering = (kind: Rendering['kind'], what: string, text: string): Rendering => ({
      name: `${id}: ${what}`,
      language,
      kind,
      text,
    });
    const { greeting, subject: choice } = flowTexts(language).position;
    const answers = informations(administration).map(([what, text]) =>
      rendering('spoken', what, spoken(text, language)),
    );
    const choices = everySubject(administration).map((subject) =>
      rendering('spoken', subject.id, choice(spoken(subject.spoken, language), subject.key)),
    );
    const sms = Object.entries(smsTexts(administration)).map(([what, text]) =>
      rendering('written', `SMS ${what}`, composeInformation(name, text, language)),
    );
    return [
      rendering('spoken', 'greeting', greeting(spoken(administration.spokenName, language))),
      ...choices,
      ...answers,
      ...sms,
    ];
  }),
);
