import type { Administration, InformationSubject, QueueSubject } from '../../domain/administration/administration.ts';
import type { Language, SpokenText } from '../../domain/administration/language.ts';
import { checkHours } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { joined } from './joined-actions.ts';
import { menu } from './listening.ts';
import { targetQueue } from './queueing.ts';
import { remember } from './settings.ts';
import { speech } from './speech.ts';

interface SubjectMenu {
  administration: Administration;
  language: Language;
  /** ARNs by queue id of the YAML. */
  queues: Record<string, string>;
  hours: Record<string, string>;
  open: string;
  closed: string;
  informed: string;
  /** The queue cannot be named: the caller cannot be queued. */
  noQueue: string;
}

/** The subject that silence, `0` and wrong keys lead to. */
export function firstQueueSubject(administration: Administration): QueueSubject {
  const subject = administration.subjects.find((candidate) => 'queue' in candidate);
  if (subject === undefined) throw new Error(`${administration.id}: no subject leads to a queue`);
  return subject;
}

export function spoken(text: SpokenText, language: Language): string {
  return text[language] ?? text.fr;
}

/** The greeting and the subjects are one prompt, which a key interrupts. Its first action is `choose-subject`. */
export function subjectMenu(options: SubjectMenu): Actions<'CONTACT_FLOW'> {
  const { administration, language } = options;
  const { subjects } = administration;
  const texts = flowTexts(language).position;
  const choices = [
    ...subjects.map((subject) => texts.subject(spoken(subject.spoken, language), subject.key)),
    texts.agentKey,
  ];
  const first = subjectStart(firstQueueSubject(administration));
  const keys = {
    ...Object.fromEntries(subjects.map((subject) => [subject.key, subjectStart(subject)])),
    '0': first,
    '*': 'choose-subject',
  };
  const queueSubjects = subjects.filter((subject) => 'queue' in subject);
  const queueIds = [...new Set(queueSubjects.map((subject) => subject.queue))];
  const choosing: Actions<'CONTACT_FLOW'> = {
    'choose-subject': menu({
      says: speech(texts.greeting(spoken(administration.spokenName, language)), ...choices, texts.repeatKey),
      keys,
      silence: 'choose-subject-again',
      otherKey: 'choose-subject-again',
      error: first,
    }),
    'choose-subject-again': menu({
      says: speech(texts.notUnderstood, ...choices),
      keys,
      silence: first,
      otherKey: first,
      error: first,
    }),
  };
  return joined(
    choosing,
    ...queueSubjects.map((subject) => chooseQueueSubject(subject, language)),
    ...subjects.filter((subject) => 'information' in subject).map((subject) => inform(subject, options, first)),
    ...queueIds.map((queue) => prepareQueue(queue, options)),
  );
}

const subjectStart = (subject: { id: string }) => `remember-subject-${subject.id}`;

/** What the agent is told about a caller who chose this subject. */
export function agentReason(subject: QueueSubject, language: Language): string {
  return flowTexts(language).position.agentReason(spoken(subject.spoken, language));
}

function chooseQueueSubject(subject: QueueSubject, language: Language): Actions<'CONTACT_FLOW'> {
  const next = `target-queue-${subject.queue}`;
  return {
    [subjectStart(subject)]: remember({
      attributes: { queue: subject.queue, subject: subject.id, reason: agentReason(subject, language) },
      next,
      error: next,
    }),
  };
}

function inform(
  subject: InformationSubject,
  { language, informed }: SubjectMenu,
  agent: string,
): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const name = `inform-${subject.id}`;
  return {
    // No queue has a part in it, until an agent is asked for.
    [subjectStart(subject)]: remember({ attributes: { subject: subject.id, queue: '' }, next: name, error: name }),
    [name]: menu({
      says: speech(spoken(subject.information.spoken, language), texts.agentKey, texts.repeatKey),
      keys: { '0': agent, '*': name },
      silence: informed,
      otherKey: informed,
      error: agent,
    }),
  };
}

/** The target queue comes before the hours: what it shows as caller ID is named to callers also when it is closed. */
function prepareQueue(queue: string, { queues, hours, open, closed, noQueue }: SubjectMenu): Actions<'CONTACT_FLOW'> {
  return {
    [`target-queue-${queue}`]: targetQueue({
      queueArn: arnOf(queues, queue),
      next: `check-hours-${queue}`,
      error: noQueue,
    }),
    // Hours that cannot be read count as open: towards a human rather than away from one.
    [`check-hours-${queue}`]: checkHours({ hours: arnOf(hours, queue), open, closed, error: open }),
  };
}

/** @throws Error naming what has no ARN */
export function arnOf(arns: Record<string, string>, name: string): string {
  const arn = arns[name];
  if (arn === undefined) throw new Error(`"${name}" has no ARN; known are ${Object.keys(arns).join(', ')}`);
  return arn;
}
