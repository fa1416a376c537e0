import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { WaitMessage } from '../announcement.ts';
import type { FlowTexts, PositionPhrases } from '../phrases.ts';
import { roundedPlace, type Place } from '../place.ts';

const { clock, dayInFull, feminineCount, minutes, numberInWords } = administrationPhrases('en');

function range(fromMinutes: number, toMinutes: number): string {
  if (toMinutes === 1) return 'You should wait less than a minute.';
  if (fromMinutes === toMinutes) return `You should wait about ${minutes(toMinutes)}.`;
  return `You should wait ${fromMinutes} to ${minutes(toMinutes)}.`;
}

function wait(message: WaitMessage): string {
  switch (message.kind) {
    case 'range':
      return range(message.fromMinutes, message.toMinutes);
    case 'beyondLadder':
      return `You should wait more than ${minutes(30)}.`;
    case 'grew':
      return 'Sorry, the wait is longer than expected.';
    case 'unknown':
      return 'We cannot tell the waiting time.';
    default:
      return message satisfies never;
  }
}

/** Beyond a hundred, whole hundreds say enough; beyond a thousand, that one. */
const manyAhead = (ahead: number): string =>
  numberInWords(ahead > 1000 ? 1000 : Math.floor((ahead - 1) / 100) * 100, 'feminine');

function place(known: Place): string {
  const { ahead, estimated } = roundedPlace(known);
  if (ahead === 0) return estimated ? 'Your turn is near.' : 'You are the next person.';
  if (ahead === 1) return estimated ? 'There is about one person before you.' : 'There is one person before you.';
  if (ahead > 100) return `Over ${manyAhead(ahead)} people are before you.`;
  return `There are ${estimated ? 'about ' : ''}${feminineCount(ahead)} people before you.`;
}

export const english: PositionPhrases = {
  unstaffed: 'No agent is present for the moment.',
  nearClosing: (closingMinutes) =>
    `Our offices close at ${clock(closingMinutes)}. We may not have the time to answer you.`,
  wait,
  place,
  stillNext: 'No agent could take your call yet. We are sorry. You are still the next person.',
  closed: (opening) =>
    opening
      ? `Our offices are closed. They open ${dayInFull(opening.date, opening.today)} at ${clock(opening.minutes)}.`
      : 'Our offices are closed. We do not know yet when they will open.',
};

export const flowTexts: FlowTexts = {
  greeting: (spokenName) => `Hello, this is ${spokenName}. An automatic service answers you.`,
  subject: (spoken, key) => `For ${spoken}, press ${key}.`,
  agentKey: 'For an agent, press 0.',
  thisLanguage: (key) => `For English, press ${key}.`,
  keys: 'To hear this again, press star. For me to speak more slowly, press 9. For an agent, press 0.',
  puttingThrough: 'We are going to put you through to an agent.',
  agentReason: (spoken) => `La personne a choisi : ${spoken}.`,
  closed: 'Our offices are closed for the moment.',
  atCapacity: 'Too many people are waiting just now. We cannot put you through to an agent.',
  fault: 'We have a fault. We cannot put you through to an agent.',
  callAgain: 'You can call us again on this same number, during opening hours. Goodbye.',
  transferring: (spoken) => `For ${spoken}, we put you through to the right service. It is free. Stay on the line.`,
  transferUnanswered: 'Nobody answers. To try again, press 1. For another subject, press 2. For an agent, press 0.',
  offerAccessibility: 'For the service for deaf people, press 3.',
  goodbye: 'Thank you for your call. Goodbye.',
  pleaseWait: 'Thank you for waiting. You keep your place.',
  stillInQueue: 'You are still in the queue. We have not forgotten you.',
  onHold: 'Thank you for waiting. Your agent is coming back.',
  agentHold: 'La personne est en attente.',
  agentAnswers: (firstName) => `You will speak with ${firstName} in a moment.`,
  anAgentAnswers: 'An agent is answering you.',
  questionsFollow: 'When the agent has hung up, stay on the line. We will ask you two questions.',
};
