import type {
  Administration,
  InformationSubject,
  QueueSubject,
  TransferSubject,
} from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { leafSubjects, queueSubjects } from '../../domain/administration/subjects.ts';
import { checkHours } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { informationSubject } from './information-subject.ts';
import type { LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menuTwice, type Key } from './listening.ts';
import { targetQueue } from './queueing.ts';
import { remember } from './settings.ts';
import { speech } from './speech.ts';
import { agentReason, arnOf, firstQueueSubject, spoken, subjectStart } from './subjects.ts';
import { transferSubject } from './transfer-subject.ts';

export interface SubjectMenu {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  /** ARNs by queue id of the YAML. */
  queues: Record<string, string>;
  hours: Record<string, string>;
  open: string;
  closed: string;
  informed: string;
  goodbye: string;
  /** The queue cannot be named: the caller cannot be queued. */
  noQueue: string;
  /** Keys heard besides, on the first level. */
  otherKeys: Partial<Record<Exclude<Key, '*' | '9'>, string>>;
}

/** What callers choose from, on two levels. Its first action is `choose-subject`. */
export function subjectMenu(options: SubjectMenu): Actions<'CONTACT_FLOW'> {
  const { administration } = options;
  const toAgent = subjectStart(firstQueueSubject(administration));
  const queueIds = [...new Set(queueSubjects(administration).map(({ subject }) => subject.queue))];
  return joined(
    choosing(options, 'choose-subject', administration.subjects, options.otherKeys),
    ...administration.subjects.flatMap((subject) =>
      'subjects' in subject ? [choosing(options, subjectStart(subject), subject.subjects)] : [],
    ),
    ...leafSubjects(administration).map(({ subject }) => leaf(options, subject, toAgent)),
    ...queueIds.map((queue) => prepareQueue(queue, options)),
  );
}

/** Where the keys of these subjects lead, with `0` to an agent. */
export function subjectKeys(
  administration: Administration,
  subjects: readonly Subject[] = administration.subjects,
): Partial<Record<Exclude<Key, '*' | '9'>, string>> {
  return {
    ...Object.fromEntries(subjects.map((subject) => [subject.key, subjectStart(subject)])),
    '0': subjectStart(firstQueueSubject(administration)),
  };
}

/** Silence is no refusal: after the second menu it leads to an agent, as `0` does. */
function choosing(
  { administration, language }: SubjectMenu,
  name: string,
  subjects: readonly Subject[],
  otherKeys: SubjectMenu['otherKeys'] = {},
): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const choices = subjects.map((subject) => texts.subject(spoken(subject.spoken, language), subject.key));
  const toAgent = subjectStart(firstQueueSubject(administration));
  return menuTwice({
    name,
    says: speech(...choices),
    saysAgain: speech(...choices, texts.agentKey),
    keys: { ...otherKeys, ...subjectKeys(administration, subjects) },
    silence: toAgent,
    otherKey: toAgent,
    error: toAgent,
  });
}

type Subject = Administration['subjects'][number];
type Leaf = QueueSubject | InformationSubject | TransferSubject;

function leaf(options: SubjectMenu, subject: Leaf, toAgent: string): Actions<'CONTACT_FLOW'> {
  if ('queue' in subject) return chooseQueueSubject(subject);
  return 'information' in subject
    ? informationSubject(subject, { ...options, toAgent })
    : transferSubject(subject, { ...options, toAgent });
}

function chooseQueueSubject(subject: QueueSubject): Actions<'CONTACT_FLOW'> {
  const next = `target-queue-${subject.queue}`;
  return {
    [subjectStart(subject)]: remember({
      attributes: { queue: subject.queue, subject: subject.id, reason: agentReason(subject), stage: 'arrival' },
      next,
      error: next,
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
