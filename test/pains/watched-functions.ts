import { shortName } from '../../local/connect/known-functions.ts';
import type { LambdaWrapping } from '../../local/line.ts';

/** What the functions of a line log, and what a test does to them meanwhile. */
export interface WatchedFunctions {
  logs: string[];
  wrapping: LambdaWrapping;
}

/** Functions that are down, or invoked twice at the same moment, as the service may invoke what an event triggers. */
export function watchFunctions(how: {
  isDown?: (name: string) => boolean;
  isInvokedTwice?: (name: string) => boolean;
}): WatchedFunctions {
  const logs: string[] = [];
  const wrapping: LambdaWrapping = (invoker, { functions }) => ({
    invoke: async (arn, event, ...limits) => {
      const deployed = functions.find((each) => each.arn === arn);
      const name = deployed ? shortName(deployed) : arn;
      if (how.isDown?.(name)) return { result: 'error', message: 'down', logs: [] };
      const times = how.isInvokedTwice?.(name) ? 2 : 1;
      const results = await Promise.all(Array.from({ length: times }, () => invoker.invoke(arn, event, ...limits)));
      logs.push(...results.flatMap((result) => result.logs));
      return results[0] ?? { result: 'error', message: 'not invoked', logs: [] };
    },
    stop: () => invoker.stop(),
  });
  return { logs, wrapping };
}
