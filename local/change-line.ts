import type { LineChangeResult } from '../domain/administration/line-changes.ts';
import type { Line } from './line.ts';
import { askOwnFunction } from './own-function.ts';

/** Asks the line's own function for a change. @throws Error where it does not answer */
export const changeLine = (line: Line, change: unknown): Promise<LineChangeResult> =>
  askOwnFunction(line, 'change-line', change);
