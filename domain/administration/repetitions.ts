import { formatPath, type FaultPath } from './faults.ts';
import { wrongValue, type DataFault } from './schema-faults.ts';

/** A fault for each item that equals an earlier one. */
export function repeated(items: readonly (string | undefined)[], pathOf: (index: number) => FaultPath): DataFault[] {
  return items.flatMap((item, index) => {
    const first = items.indexOf(item);
    return item === undefined || first === index
      ? []
      : [wrongValue(pathOf(index), `the same as ${formatPath(pathOf(first))}`)];
  });
}
