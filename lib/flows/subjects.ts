import type { Administration, QueueSubject } from '../../domain/administration/administration.ts';
import type { Language, SpokenText } from '../../domain/administration/language.ts';
import { queueSubjects } from '../../domain/administration/subjects.ts';
import { flowTexts } from './flow-texts.ts';

/** The subject that silence, `0` and wrong keys lead to. */
export function firstQueueSubject(administration: Administration): QueueSubject {
  const [first] = queueSubjects(administration);
  if (first === undefined) throw new Error(`${administration.id}: no subject leads to a queue`);
  return first.subject;
}

/** The schema sees to it that a text stands in every language of its line. */
export const spoken = (text: SpokenText, language: Language): string => text[language] ?? text.fr;

/** What the agent is told about a caller who chose this subject: agents hear French. */
export const agentReason = (subject: QueueSubject): string => flowTexts('fr').position.agentReason(subject.spoken.fr);

/** The first action of a subject, once its key is pressed. */
export const subjectStart = (subject: Pick<QueueSubject, 'id'>): string => `remember-${subject.id}`;

/** @throws Error naming what has no ARN */
export function arnOf(arns: Record<string, string>, name: string): string {
  const arn = arns[name];
  if (arn === undefined) throw new Error(`"${name}" has no ARN; known are ${Object.keys(arns).join(', ')}`);
  return arn;
}
