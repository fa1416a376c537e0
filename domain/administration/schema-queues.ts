import { z } from 'zod';
import { described, identifier, weeklyHours, wholeNumber, type KeyText } from './schema-values.ts';

/** The queues of agents that callers wait in. */

const agents = (about: KeyText & { examples: [number] }) => wholeNumber(0, 10_000, 'agents', about);

export const queueSchema = described(
  z.strictObject({
    agents: described(
      z
        .strictObject({
          default: agents({
            description: 'Agents on duty at any hour that no range names.',
            effect:
              'As many simulated agents work for the queue on the laptop, and the seats of those hours are computed from it.',
            examples: [60],
          }),
        })
        .catchall(
          agents({
            description: 'Agents on duty in that range, "HH:MM-HH:MM" local time, every day.',
            effect: 'With fewer at lunch, fewer callbacks are promised for lunch.',
            examples: [40],
          }),
        )
        .meta({ propertyNames: { pattern: String.raw`^(default|\d\d:\d\d-\d\d:\d\d)$`, examples: ['12:00-13:30'] } }),
      {
        description: 'Agents on duty by local time: default, and ranges "HH:MM-HH:MM" that replace it.',
        effect:
          'How many callbacks are promised (`callback.seats: auto`). The wait that callers hear does not come from it: it comes ' +
          'from the agents who are signed in.',
      },
      'a map: default, and ranges "HH:MM-HH:MM" that do not overlap; somebody at some hour',
    ),
    handleTimeSeconds: wholeNumber(30, 7200, 'seconds', {
      description: 'Mean time an agent spends on a call, with what follows it, in seconds.',
      effect:
        'Longer: longer waits are announced, fewer callbacks promised, fewer telephones rung at once. Take it from your reports.',
      examples: [360],
    }),
    patienceSeconds: wholeNumber(30, 7200, 'seconds', {
      description: 'Mean time callers would wait before they hang up, in seconds.',
      effect: 'Longer: fewer of those ahead are expected to give up, so longer waits are announced.',
      examples: [240],
    }).default(360),
    hours: weeklyHours({
      description: 'Hours of this queue where they differ from those of the line, every open day named.',
      effect: 'Where any day is named, they replace the hours of the line for this queue. Empty: those of the line.',
      examples: [{ monday: ['08:30-17:30'], tuesday: ['08:30-17:30'] }],
    }).default({}),
  }),
  {
    description: 'One queue of agents, under the name that supervisors see.',
    effect: 'Its callers are served in the order of their arrival, with those who kept their place by a callback.',
  },
);

export const queuesSchema = described(
  z.record(
    identifier({
      description: 'Name of a queue, in keys and reports.',
      effect: 'The name of the queue in Amazon Connect.',
      examples: ['allocations'],
    }),
    queueSchema,
    { error: 'a map of queues by name' },
  ),
  {
    description: 'The queues of agents, by name.',
    effect: 'Each becomes a queue of Amazon Connect. All agents serve all of them, first come, first served.',
  },
  'a map of queues by name, at least one, each with a subject that leads to it',
);
