import type { Administration } from '../../../domain/administration/administration.ts';
import type { Language } from '../../../domain/administration/language.ts';
import type { Place } from './flow-map.ts';

/** In what a call takes place. */
export interface Circumstances {
  /** A sentence. */
  name: string;
  /** Local wall time; Monday 23 November 2026, 10:05, by default. */
  at?: string;
  /** `here`: an agent answers at once; `busy`: all agents talk, one is free when `agentComes` says so; `none`: nobody is staffed. */
  agents: 'here' | 'busy' | 'none';
  /** The place in a flow at which an agent becomes free; `later`: when the call is over. */
  agentComes?: 'later' | ((place: Place) => boolean);
  caller?: 'mobile' | 'landline' | 'withheld';
  /** The queue that callers ask for, by its id; any without it. */
  queue?: string;
  /** We call: the dispatcher dials a booking that is due. */
  calledBack?: { language: Language; attempts: number };
  /** A promise made for a queue that the file does not have any more. */
  renamedQueue?: true;
  /** Another program writes over the attribute that tells a kept place from other calls: it tells what a person is called with. */
  otherProgram?: true;
  /** The supervisors' queue is gone. */
  withoutSupervision?: true;
  /** Neither voice nor language is known to the service. */
  voiceless?: true;
}

const isChoosingInQueue = ({ flow, action }: Place): boolean => flow.startsWith('queue-') && action === 'choose-slot';

export function circumstancesOf({ languages, queues }: Administration): Circumstances[] {
  const evening = '2026-11-23T19:30';
  return [
    { name: 'an agent is free', agents: 'here' },
    {
      name: 'callers are served badly, and the queue of supervisors is gone',
      agents: 'here',
      withoutSupervision: true,
    },
    { name: 'the line is closed', at: evening, agents: 'none' },
    { name: 'the line is closed, and a landline rings', at: evening, agents: 'none', caller: 'landline' },
    { name: 'the line is closed, and the number is withheld', at: evening, agents: 'none', caller: 'withheld' },
    // Before the queue is walked: nobody would choose an hour there any more.
    { name: 'an agent answers while an hour is chosen', agents: 'busy', agentComes: isChoosingInQueue },
    { name: 'nobody is staffed', agents: 'none' },
    { name: 'all agents talk', agents: 'busy' },
    { name: 'all agents talk, and a landline rings', agents: 'busy', caller: 'landline' },
    { name: 'all agents talk, and the number is withheld', agents: 'busy', caller: 'withheld' },
    { name: 'a place is kept, and an agent calls', agents: 'busy', agentComes: 'later' },
    ...Object.keys(queues)
      .slice(1)
      .map((queue): Circumstances => ({
        name: `a place is kept in the queue ${queue}, and an agent calls`,
        agents: 'busy',
        agentComes: 'later',
        queue,
      })),
    {
      name: 'a place is kept, and another program changes the contact',
      agents: 'busy',
      agentComes: 'later',
      otherProgram: true,
    },
    { name: 'the queue of a promise has another name by now', agents: 'here', renamedQueue: true },
    ...languages.flatMap((language): Circumstances[] => [
      { name: `we call back (${language})`, agents: 'here', calledBack: { language, attempts: 0 } },
      { name: `we call back for the last time (${language})`, agents: 'here', calledBack: { language, attempts: 1 } },
      {
        name: `we call back, and no voice is known (${language})`,
        agents: 'here',
        calledBack: { language, attempts: 0 },
        voiceless: true,
      },
    ]),
    { name: 'no voice is known, and an agent is free', agents: 'here', voiceless: true },
    { name: 'no voice is known, and all agents talk', agents: 'busy', voiceless: true },
    { name: 'no voice is known, and a place is kept', agents: 'busy', agentComes: 'later', voiceless: true },
  ];
}
