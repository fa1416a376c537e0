import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { WaitMessage } from '../announcement.ts';
import type { FlowTexts, PositionPhrases } from '../phrases.ts';
import type { Place } from '../place.ts';

const { clock, dayInFull, minutes } = administrationPhrases('en');

function range(fromMinutes: number, toMinutes: number): string {
  if (toMinutes === 1) return 'You should wait less than a minute.';
  if (fromMinutes === toMinutes) return `You should wait about ${minutes(toMinutes)}.`;
  return `You should wait between ${fromMinutes} and ${minutes(toMinutes)}.`;
}

function wait(message: WaitMessage): string {
  switch (message.kind) {
    case 'range':
      return range(message.fromMinutes, message.toMinutes);
    case 'beyondLadder':
      return `You should wait more than ${minutes(30)}.`;
    case 'grew':
      return 'The wait is longer than expected. We are sorry about that.';
    case 'unknown':
      return 'We cannot tell how long you will wait at the moment.';
    default:
      return message satisfies never;
  }
}

function place({ ahead, estimated }: Place): string {
  if (ahead === 0) return estimated ? 'Your turn is near.' : 'You are the next person.';
  if (ahead === 1) return estimated ? 'There is about one person before you.' : 'There is one person before you.';
  return `There are ${estimated ? 'about ' : ''}${ahead} people before you.`;
}

export const english: PositionPhrases = {
  unstaffed: 'No agent is present for the moment.',
  nearClosing: (closingMinutes) => `Our offices close at ${clock(closingMinutes)}. You may not be served before then.`,
  wait,
  place,
  closed: (opening) =>
    opening
      ? `Our offices are closed. They open ${dayInFull(opening.date, opening.today)} at ${clock(opening.minutes)}.`
      : 'Our offices are closed. We do not know yet when they will open.',
};

export const flowTexts: FlowTexts = {
  greeting: (spokenName) => `Hello, this is ${spokenName}. An automatic service is answering you.`,
  subject: (spoken, key) => `For ${spoken}, press ${key}.`,
  agentKey: 'For an agent, press 0.',
  thisLanguage: (key) => `For English, press ${key}.`,
  keys: 'To hear this again, press star. For me to speak more slowly, press 9. For an agent, press 0.',
  notUnderstood: 'I could not note your choice.',
  puttingThrough: 'We are going to put you through to an agent.',
  agentReason: (spoken) => `L'appelant a choisi : ${spoken}.`,
  closed: 'Our offices are closed for the moment.',
  atCapacity: 'Too many people are waiting just now: we cannot place you in the queue.',
  fault: 'A technical fault prevents us from putting you through to an agent.',
  callAgain: 'You can call us again on this same number, during opening hours. Goodbye.',
  transferring: (spoken) => `For ${spoken}, we put you through to the service in charge. It is free. Stay on the line.`,
  transferUnanswered: 'Nobody answers. To try again, press 1. For another subject, press 2. For an agent, press 0.',
  offerAccessibility: 'To receive the service for deaf people by text message, press 3.',
  goodbye: 'Thank you for your call. Goodbye.',
  pleaseWait: 'Thank you for waiting, an agent will answer you.',
  stillInQueue: 'You are still in the queue. You keep your place.',
  onHold: 'Thank you for waiting, your agent is coming back to you.',
  agentHold: "L'appelant est en attente.",
  agentAnswers: (firstName) => `You are about to speak with ${firstName} , who is answering you.`,
  anAgentAnswers: 'An agent is answering you.',
  questionsFollow:
    'When the agent has hung up, stay on the line: we will ask you two questions about how you were received.',
};
