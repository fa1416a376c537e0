import { phrases as administrationPhrases, type AdministrationPhrases } from '../../domain/administration/phrases.ts';
import { builtLanguages, type Language } from '../../domain/administration/language.ts';
import {
  phrases as callbackPhrases,
  type CallbackPhrases,
  type FlowTexts as CallbackTexts,
} from '../../domain/callback/phrases.ts';
import type { WaitMessage } from '../../domain/position/announcement.ts';
import { announcedMinutes } from '../../domain/position/announcement.ts';
import {
  phrases as positionPhrases,
  type FlowTexts as PositionTexts,
  type PositionPhrases,
} from '../../domain/position/phrases.ts';
import { briefing, transferTexts } from '../../domain/position/phrases/fr.ts';
import type { NumberRefusal } from '../../domain/sms/number-refusal.ts';
import {
  phrases as smsPhrases,
  type FlowTexts as SmsTexts,
  type SmsDetails,
  type SmsPhrases,
} from '../../domain/sms/phrases.ts';
import { laterCallReason } from '../../domain/survey/phrases/fr.ts';
import type { FlowTexts as SurveyTexts } from '../../domain/survey/phrases.ts';
import { flowTexts } from '../../lib/flows/flow-texts.ts';
import {
  clocks,
  codes,
  counts,
  dates,
  longestName,
  longestSpokenName,
  numbers,
  offers,
  officeClocks,
  openingClocks,
  slots,
  today,
  waitedMinutes,
} from './extreme-values.ts';

/** `spoken`: whole sentences that a person hears; `part`: what stands inside of one; `written`: an SMS. */
export interface Rendering {
  name: string;
  language: Language;
  kind: 'spoken' | 'part' | 'written';
  text: string;
}

type Texts = string | readonly string[];
/** What each phrase of a set says with extreme values: a new phrase does not compile until it is here. */
type Rendered<Set> = { [Name in keyof Set]: (phrase: Set[Name]) => Texts };

const same = (text: string): Texts => text;
const withCodes = (phrase: (code: string | undefined) => string): string[] => [...codes, undefined].map(phrase);
const withSlots = (phrase: (slot: (typeof slots)[number]) => string): string[] => slots.map((slot) => phrase(slot));

const administration: Rendered<AdministrationPhrases> = {
  clock: (phrase) => clocks.map(phrase),
  window: (phrase) => clocks.map((minutes) => phrase(minutes, Math.min(minutes + 15, 1440))),
  date: (phrase) => dates.map(phrase),
  day: (phrase) => dates.map((date) => phrase(date, today)),
  dayInFull: (phrase) => dates.map((date) => phrase(date, today).replace(/,$/u, '')),
  nearDay: (phrase) => dates.map((date) => phrase(date, today)),
  feminineCount: (phrase) => counts.map(phrase),
  minutes: (phrase) => counts.map(phrase),
  numberInWords: (phrase) => counts.flatMap((count) => [phrase(count, 'masculine'), phrase(count, 'feminine')]),
  digitsInPairs: (phrase) => ['0621314151', '3230', '0000', '123456789012345', '1'].map(phrase),
  digitsOneByOne: (phrase) => codes.map(phrase),
  shortClock: () => [],
  shortWindow: () => [],
  shortDate: () => [],
};

const retries = [undefined, ...officeClocks.map((fromMinutes) => ({ date: dates[1] ?? '', fromMinutes, today }))];
const callback: Rendered<CallbackPhrases> = {
  choices: (phrase) => offers.map(phrase),
  dayChoices: (phrase) => dates.map((_, index) => phrase(dates.slice(index, index + 3), today)),
  halfDayChoices: (phrase) => dates.map((date) => phrase(date, today)),
  more: (more) => Object.values(more),
  full: same,
  paused: same,
  already: withSlots,
  alreadyUnderWay: same,
  alreadyKept: same,
  booked: withSlots,
  placeKept: same,
  placeBusy: same,
  codeTwice: (phrase) => codes.map(phrase),
  slotGone: same,
  slotBusy: same,
  slotPast: same,
  promised: withSlots,
  promisedPlace: same,
  late: same,
  missed: (phrase) => retries.map(phrase),
  unknown: same,
  refusedToday: same,
  cancelled: same,
  changedMeanwhile: same,
  spokenCode: () => [],
  callReason: () => [],
};

const waits: WaitMessage[] = [
  ...announcedMinutes.flatMap((toMinutes) =>
    announcedMinutes
      .filter((fromMinutes) => fromMinutes <= toMinutes)
      .map((fromMinutes): WaitMessage => ({ kind: 'range', fromMinutes, toMinutes })),
  ),
  { kind: 'beyondLadder' },
  { kind: 'grew' },
  { kind: 'unknown' },
];
const openings = [undefined, ...dates.flatMap((date) => openingClocks.map((minutes) => ({ date, minutes, today })))];
const position: Rendered<PositionPhrases> = {
  wait: (phrase) => waits.map(phrase),
  stillNext: same,
  unstaffed: same,
  nearClosing: (phrase) => officeClocks.map(phrase),
  place: (phrase) =>
    counts.flatMap((ahead) => [phrase({ ahead, estimated: true }), phrase({ ahead, estimated: false })]),
  closed: (phrase) => openings.map(phrase),
};

/** Every reason for which a number is refused. */
export const refusals: NumberRefusal[] = [
  'masked',
  'short',
  'premium',
  'special',
  'platform',
  'machine',
  'foreign',
  'invalid',
];
const details: SmsDetails[] = dates.flatMap((date) =>
  ['3230', '0 800 123 456', '01 99 00 32 30', '00 687 75 12 34'].flatMap((callUs) => {
    const common = { name: longestName, code: '482', callUs };
    const at = (toMinutes: number | undefined) => ({ ...common, callAt: { date, fromMinutes: 1365, toMinutes } });
    return [{ ...common, callAt: undefined }, at(undefined), at(1425)];
  }),
);
const written = (phrase: (each: SmsDetails) => string): string[] => details.map(phrase);
const smsWritten: Rendered<Pick<SmsPhrases, (typeof writtenNames)[number]>> = {
  confirmation: written,
  placeKept: written,
  reminder: written,
  moved: written,
  missedRetry: written,
  missedLast: written,
  cancelled: written,
  carriedOver: written,
  information: (phrase) => phrase(longestName, 'x'.repeat(130)),
  accessibility: (phrase) => `${longestName} : ${phrase(longestName, '01 99 00 39 40')}`,
};
const writtenNames = [
  'confirmation',
  'placeKept',
  'reminder',
  'moved',
  'missedRetry',
  'missedLast',
  'cancelled',
  'carriedOver',
  'information',
  'accessibility',
] as const;
const smsSpoken: Rendered<Omit<SmsPhrases, (typeof writtenNames)[number] | 'spokenNumber' | 'spokenEnding'>> = {
  refusedNumber: (phrase) => refusals.map(phrase),
  smsSent: same,
  smsAlreadySent: same,
  smsLandline: same,
  smsRefused: withCodes,
  smsUnknown: withCodes,
  smsStopped: withCodes,
  smsStale: same,
  informationSent: same,
  informationRefused: same,
  informationUnknown: same,
  informationLandline: same,
  informationLimit: same,
  informationStopped: same,
  writingStopped: same,
  writingResumed: same,
  lastSmsNotDelivered: same,
};

const positionTexts = (
  language: Language,
): Rendered<Omit<PositionTexts, 'agentReason' | 'agentHold' | 'thisLanguage'>> => ({
  greeting: (phrase) => phrase(longestSpokenName[language]),
  subject: (phrase) => phrase(language === 'fr' ? 'vos remboursements et vos droits' : 'your rights', '8'),
  agentKey: same,
  keys: same,
  puttingThrough: same,
  closed: same,
  atCapacity: same,
  fault: same,
  callAgain: same,
  transferring: (phrase) => phrase(longestSpokenName[language]),
  transferUnanswered: same,
  offerAccessibility: same,
  goodbye: same,
  pleaseWait: same,
  stillInQueue: same,
  onHold: same,
  agentAnswers: (phrase) => phrase('Marie-Antoinette'),
  anAgentAnswers: same,
  questionsFollow: same,
});
const callbackTexts = (language: Language): Rendered<Omit<CallbackTexts, 'bookingUnderWay'>> => {
  const named = (phrase: (spokenName: string) => string): string => phrase(longestSpokenName[language]);
  return {
    offer: same,
    offerHour: same,
    offerWhenClosed: same,
    enterNumber: same,
    confirmNumber: (phrase) => numbers.map((number) => phrase(smsPhrases(language).spokenNumber(number))),
    confirmEnding: (phrase) => numbers.map((number) => phrase(smsPhrases(language).spokenEnding(number))),
    noNumber: same,
    promisedAlready: same,
    noSlotChosen: same,
    fault: same,
    smsUnknown: same,
    bookedGoodbye: same,
    calling: named,
    code: (phrase) => codes.map((code) => phrase(callbackPhrases(language).spokenCode(code))),
    callingAgain: named,
    stale: same,
    noAgentNow: same,
    outboundPlace: named,
    outbound: named,
    enterPromisedNumber: same,
    enterCode: same,
    whatToDo: same,
    confirmCancel: same,
    kept: same,
    moveFault: same,
  };
};
const smsTexts: Rendered<SmsTexts> = {
  offerMobile: same,
  offerInformation: same,
  offerStop: same,
  enterMobile: same,
  noMobile: same,
  informationUnknown: same,
};
const surveyTexts = (language: Language): Rendered<SurveyTexts> => ({
  introduction: same,
  quality: same,
  answered: same,
  again: same,
  thanks: same,
  laterCall: (phrase) => phrase(longestSpokenName[language]),
  laterReason: same,
  answeredSince: same,
  laterThanks: same,
  laterGoodbye: same,
  neverAgain: same,
  neverAgainFault: same,
});

function rendered<Set extends object>(
  of: Pick<Rendering, 'language' | 'kind'> & { capability: string },
  phrases: Set,
  values: { [Name in keyof Set]?: (phrase: Set[Name]) => Texts },
): Rendering[] {
  const { language, kind, capability } = of;
  return (Object.keys(values) as (keyof Set & string)[]).flatMap((name) =>
    [values[name]?.(phrases[name]) ?? []]
      .flat()
      .map((text) => ({ name: `${capability}: ${name}`, language, kind, text })),
  );
}

function inLanguage(language: Language): Rendering[] {
  const texts = flowTexts(language);
  const of = (capability: string, kind: Rendering['kind'] = 'spoken') => ({ language, kind, capability });
  return [
    ...rendered(of('administration', 'part'), administrationPhrases(language), administration),
    ...rendered(of('callback'), callbackPhrases(language), callback),
    ...rendered(of('callback', 'part'), callbackPhrases(language), { spokenCode: (phrase) => codes.map(phrase) }),
    ...rendered(of('position'), positionPhrases(language), position),
    ...rendered(of('sms', 'written'), smsPhrases(language), smsWritten),
    ...rendered(of('sms'), smsPhrases(language), smsSpoken),
    ...rendered(of('sms', 'part'), smsPhrases(language), {
      spokenNumber: (phrase) => numbers.map(phrase),
      spokenEnding: (phrase) => numbers.map(phrase),
    }),
    ...rendered(of('position'), texts.position, positionTexts(language)),
    ...rendered(of('position'), texts.position, { thisLanguage: (phrase) => ['7', '8'].map(phrase) }),
    ...rendered(of('callback'), texts.callback, callbackTexts(language)),
    ...rendered(of('sms'), texts.sms, smsTexts),
    ...rendered(of('survey'), texts.survey, surveyTexts(language)),
    ...inTheAgentsEar(language),
  ];
}

/** Agents hear French, whatever the caller speaks. */
function inTheAgentsEar(callerLanguage: Language): Rendering[] {
  const texts = flowTexts(callerLanguage);
  const of = { language: 'fr', kind: 'spoken', capability: `of callers in ${callerLanguage}` } as const;
  return [
    ...rendered(of, callbackPhrases(callerLanguage), { callReason: withSlots }),
    ...rendered(of, texts.callback, { bookingUnderWay: same }),
    ...rendered(of, { laterCallReason }, { laterCallReason: same }),
    ...rendered(of, texts.position, { agentHold: same, agentReason: (phrase) => phrase('votre carte Vitale') }),
    ...rendered(of, transferTexts, { starts: same, toNobody: same, fails: same }),
    ...rendered(of, { briefing }, { briefing: () => briefings(callerLanguage) }),
  ];
}

const briefings = (language: Language): string[] =>
  (['none', 'place', 'slot', 'transfer'] as const).flatMap((promise) =>
    [undefined, ...waitedMinutes].map((minutes) =>
      briefing({
        reason: flowTexts('fr').position.agentReason('votre carte Vitale'),
        promise,
        language,
        waitedMinutes: minutes,
      }),
    ),
  );

/** Everything that callers and agents hear or read, with extreme values. */
export const everyPhrase: Rendering[] = builtLanguages.flatMap(inLanguage);
