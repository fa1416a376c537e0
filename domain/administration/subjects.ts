import type {
  Administration,
  InformationSubject,
  MenuSubject,
  QueueSubject,
  TransferSubject,
} from './administration.ts';

/** A subject that leads somewhere, on the first level or the second. */
type LeafSubject = QueueSubject | InformationSubject | TransferSubject;

/** A subject that leads somewhere, with how a caller comes to it. */
export interface ReachedSubject<Leaf extends LeafSubject = LeafSubject> {
  subject: Leaf;
  /** The keys to press, one for each level. */
  keys: string[];
  /** The subject whose second level it is on; undefined on the first. */
  menu: MenuSubject | undefined;
}

type Line = Pick<Administration, 'subjects'>;

/** All subjects that lead somewhere, in the order of the file; the second level stands where its menu does. */
export function leafSubjects({ subjects }: Line): ReachedSubject[] {
  return subjects.flatMap((subject): ReachedSubject[] =>
    'subjects' in subject
      ? subject.subjects.map((leaf) => ({ subject: leaf, keys: [subject.key, leaf.key], menu: subject }))
      : [{ subject, keys: [subject.key], menu: undefined }],
  );
}

/** Those of them that lead to a queue. */
export function queueSubjects(line: Line): ReachedSubject<QueueSubject>[] {
  return leafSubjects(line).flatMap(({ subject, ...how }) => ('queue' in subject ? [{ subject, ...how }] : []));
}
