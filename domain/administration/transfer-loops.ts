import type { FaultPath } from './faults.ts';
import type { FilesFault } from './files-cross-checks.ts';
import { numbersOfLine } from './line-numbers.ts';
import { placedSubjects, type SoundParts } from './sound-parts.ts';

interface Transfer {
  number: string;
  path: FaultPath;
}

const transfersOf = ({ subjects }: SoundParts): Transfer[] =>
  placedSubjects(subjects).flatMap(({ subject: { transferNumber: number }, path }) =>
    number === undefined ? [] : [{ number, path: [...path, 'transferNumber'] }],
  );

/** The lines that a caller passes from one to another by the shortest way, the first included; none where there is no way. */
function shortestWay(from: number, to: number, onwardOf: (line: number) => number[]): number[] {
  const seen = new Set([from]);
  const ways = [[from]];
  for (const way of ways) {
    const last = way.at(-1) ?? to;
    if (last === to) return way.slice(0, -1);
    for (const next of onwardOf(last).filter((line) => !seen.has(line))) {
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
}

/**
 * Every transfer that can bring a caller back to the line that made it, by way of other files: reported in each file of
 * the circle, since any of them may be mended. One that leads to its own line is a fault of its file.
 */
export function transferLoops(files: readonly { path: string; parts: SoundParts }[]): FilesFault[] {
  const numbers = files.map(({ parts }) => numbersOfLine(parts));
  const transfers = files.map(({ parts }) => transfersOf(parts));
  const lineOf = ({ number }: Transfer): number => numbers.findIndex((own) => own.includes(number));
  const onwardOf = (line: number): number[] => (transfers[line] ?? []).map(lineOf);
  return transfers.flatMap((ofFile, file) =>
    ofFile.flatMap((transfer): FilesFault[] => {
      const way = shortestWay(lineOf(transfer), file, onwardOf);
      if (way.length === 0) return [];
      const names = way.map((line) => files[line]?.path).join(', then ');
      return [{ file, path: transfer.path, message: `leads back to this line, by way of ${names}` }];
    }),
  );
}
