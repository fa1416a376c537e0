import type { Administration } from '../../domain/administration/administration.ts';
import { languageKeysOf, type Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { announcement, type Key } from './listening.ts';
import { foundPromise } from './promise-attributes.ts';
import { callerNumber, external } from './references.ts';
import { logging, remember } from './settings.ts';
import { speech, spokenIn } from './speech.ts';
import { spoken } from './subjects.ts';

interface Greeting {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  /** Keys of the subjects, heard from the first word on. */
  keys: Partial<Record<Exclude<Key, '*' | '9'>, string>>;
  /** Where each other language begins. */
  otherLanguages: Partial<Record<Language, string>>;
  /** Something is promised to this caller: it is in the attributes. */
  promised: string;
  next: string;
}

/** Who answers, and that it is a machine; what is promised to this caller; what a supervisor has to say. Starts at `find-promise`. */
export function greeting(options: Greeting): Actions<'CONTACT_FLOW'> {
  const { administration, language, lambdas, promised, next } = options;
  const texts = flowTexts(language).position;
  const others = languageKeysOf(administration.languages).filter(([, other]) => options.otherLanguages[other]);
  const invitations = others.map(([key, other]) => spokenIn(other, flowTexts(other).position.thisLanguage(key)));
  const keys = { ...options.keys, ...languageChoices(administration, options.otherLanguages) };
  const passing = { keys, otherKey: next, error: next };
  const finding: Actions<'CONTACT_FLOW'> = {
    'find-promise': invoke(lambdas, {
      lambda: 'findBooking',
      parameters: { number: callerNumber, code: '', language },
      next: 'is-anything-promised',
      error: 'start-logging',
    }),
    'is-anything-promised': equals({
      value: external('findBooking', 'status'),
      cases: { booked: 'remember-promise', queued: 'remember-promise', missed: 'remember-promise' },
      otherwise: 'start-logging',
    }),
    'remember-promise': remember({ attributes: foundPromise, next: promised, error: 'start-logging' }),
    'start-logging': logging('Enabled', 'greet'),
    'find-alert': invoke(lambdas, {
      lambda: 'tellAlert',
      parameters: { language },
      next: 'is-there-an-alert',
      error: next,
    }),
    'is-there-an-alert': equals({
      value: external('tellAlert', 'alert'),
      cases: { yes: 'tell-alert' },
      otherwise: next,
    }),
  };
  return joined(
    finding,
    announcement({
      name: 'greet',
      says: speech(texts.greeting(spoken(administration.spokenName, language)), ...invitations),
      ...passing,
      silence: 'find-alert',
    }),
    announcement({
      name: 'tell-alert',
      says: speech(external('tellAlert', 'announcement')),
      ...passing,
      silence: next,
    }),
  );
}

/** The key of each other language. */
export function languageChoices(
  { languages }: Administration,
  starts: Greeting['otherLanguages'],
): Partial<Record<Key, string>> {
  return Object.fromEntries(
    languageKeysOf(languages).flatMap(([key, language]) => (starts[language] ? [[key, starts[language]]] : [])),
  );
}
