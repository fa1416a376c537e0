import type { Language } from '../administration/language.ts';
import type { WaitMessage } from './announcement.ts';
import type { Place } from './place.ts';
import { english, flowTexts as englishTexts } from './phrases/en.ts';
import { flowTexts as frenchTexts, french } from './phrases/fr.ts';

/** Sentences about a caller's place, the wait and the next opening. */
export interface PositionPhrases {
  wait: (message: WaitMessage) => string;
  /** No agent is in the queue, although it is open. */
  unstaffed: string;
  /** Who waits now may not be served before the queue closes, at that minute of the local day. */
  nearClosing: (closingMinutes: number) => string;
  /** An estimated place is said to be one. */
  place: (place: Place) => string;
  /** Still the next one, a minute after the shortest wait was announced: no agent was free, or one let it ring. */
  stillNext: string;
  /** The line is closed. `opening`: local date, minutes since midnight and today's date; undefined where none is foreseen. */
  closed: (opening: { date: string; minutes: number; today: string } | undefined) => string;
}

/** What the flows themselves say before, in and after the queue. */
export interface FlowTexts {
  greeting: (spokenName: string) => string;
  subject: (spoken: string, key: string) => string;
  agentKey: string;
  /** Said in that language within another one: which key goes on in it. */
  thisLanguage: (key: string) => string;
  /** What `0`, `9` and `*` do; said once a call, in the queue. */
  keys: string;
  puttingThrough: string;
  /** In the agent's ear, and so in French. */
  agentReason: (spoken: string) => string;
  closed: string;
  atCapacity: string;
  fault: string;
  callAgain: string;
  /** To the line of another administration. */
  transferring: (spoken: string) => string;
  transferUnanswered: string;
  /** The service for deaf callers, by SMS. */
  offerAccessibility: string;
  goodbye: string;
  pleaseWait: string;
  stillInQueue: string;
  onHold: string;
  /** In the agent's ear, and so in French. */
  agentHold: string;
  agentAnswers: (firstName: string) => string;
  anAgentAnswers: string;
  /** Agents hang up first: two questions follow. */
  questionsFollow: string;
}

const byLanguage: Readonly<Record<Language, PositionPhrases>> = { fr: french, en: english };
const textsByLanguage: Readonly<Record<Language, FlowTexts>> = { fr: frenchTexts, en: englishTexts };

export const phrases = (language: Language): PositionPhrases => byLanguage[language];

export const flowTexts = (language: Language): FlowTexts => textsByLanguage[language];
