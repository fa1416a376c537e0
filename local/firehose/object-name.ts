import type { DeployedStream } from '../deployment.ts';

const expressions = /!\{([^}:]+):([^}]+)\}/g;
/** Letters of Java's `DateTimeFormatter` that a prefix of ours may use, with where they stand in an ISO instant. */
const dateParts: Record<string, [from: number, to: number]> = { yyyy: [0, 4], MM: [5, 7], dd: [8, 10], HH: [11, 13] };
const isoLetters = /yyyy|MM|dd|HH/g;

/** The partition keys that the prefix of a stream asks its function for. */
export function partitionKeysOf({ prefix }: Pick<DeployedStream, 'prefix'>): string[] {
  return expressionsIn(prefix).flatMap(({ space, word }) => (space === 'partitionKeyFromLambda' ? word : []));
}

/** @throws Error naming the expression of a prefix that is not played, or that Firehose would refuse */
export function refuseUnknownExpressions(stream: DeployedStream, partitioned: boolean): void {
  const { name, prefix, errorPrefix, transformation } = stream;
  const refuse = (found: string): never => {
    throw new Error(`delivery stream ${name}: ${found} is not played locally`);
  };
  for (const { whole, space, word } of [...expressionsIn(prefix), ...expressionsIn(errorPrefix)]) {
    if (space === 'timestamp') {
      if (/[A-Za-z]/.test(word.replace(isoLetters, ''))) refuse(whole);
    } else if (space !== 'partitionKeyFromLambda' && !(space === 'firehose' && word === 'error-output-type')) {
      refuse(whole);
    }
  }
  if (expressionsIn(prefix).some(({ space }) => space === 'firehose')) refuse(`its prefix ${prefix}`);
  if (expressionsIn(errorPrefix).some(({ space }) => space === 'partitionKeyFromLambda')) {
    refuse(`its error prefix ${errorPrefix}`);
  }
  const keys = partitionKeysOf(stream).length > 0;
  if (keys !== partitioned || (keys && !transformation)) refuse('a prefix that goes without its dynamic partitioning');
}

/** The folder of a batch, as the prefix has it at that instant. Where a prefix has no expression at all, Firehose adds the hour. */
export function folderOf(prefix: string, at: Date, keys: Record<string, string>, errorType = ''): string {
  if (expressionsIn(prefix).length === 0) return `${prefix}${formatted('yyyy/MM/dd/HH', at)}/`;
  return prefix.replaceAll(expressions, (_, space: string, word: string) => {
    if (space === 'timestamp') return formatted(word, at);
    return space === 'firehose' ? errorType : (keys[word] ?? '');
  });
}

/** As Firehose names its objects: stream, version, time and an id of its own. */
export function fileName({ name, gzip }: DeployedStream, at: Date, id: string): string {
  return `${name}-1-${formatted('yyyy-MM-dd-HH', at)}-${at.toISOString().slice(14, 19).replace(':', '-')}-${id}${gzip ? '.gz' : ''}`;
}

function formatted(pattern: string, at: Date): string {
  return pattern
    .replaceAll("'", '')
    .replaceAll(isoLetters, (letters) => at.toISOString().slice(...(dateParts[letters] ?? [])));
}

function expressionsIn(prefix: string): { whole: string; space: string; word: string }[] {
  return [...prefix.matchAll(expressions)].map(([whole, space = '', word = '']) => ({ whole, space, word }));
}
