import { z } from 'zod';
import { weeklyHours, wholeNumber } from './schema-values.ts';

/** The queues of agents that callers wait in. */

const agents = (description: string) => wholeNumber(0, 10_000, 'agents', description);

export const queueSchema = z.strictObject({
  agents: z
    .strictObject({ default: agents('Agents on duty at any hour that no range names.') })
    .catchall(agents('Agents on duty in that range, "HH:MM-HH:MM" local time.'))
    .meta({
      description: 'Agents on duty by local time: default, and ranges "HH:MM-HH:MM" that replace it.',
      propertyNames: { pattern: String.raw`^(default|\d\d:\d\d-\d\d:\d\d)$` },
    }),
  handleTimeSeconds: wholeNumber(
    30,
    7200,
    'seconds',
    'Mean time an agent spends on a call, with what follows it, in seconds.',
  ),
  patienceSeconds: wholeNumber(
    30,
    7200,
    'seconds',
    'Mean time callers would wait before they hang up, in seconds.',
  ).default(360),
  hours: weeklyHours('Hours of this queue where they differ from those of the line, every open day named.').default({}),
});
