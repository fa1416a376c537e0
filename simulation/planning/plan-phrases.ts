import type { Weekday } from '../../domain/administration/administration.ts';
import type { LineKind } from './costs.ts';
import type { DayBalance, Fates } from './day-balance.ts';
import { english } from './phrases/en.ts';
import { french } from './phrases/fr.ts';
import type { Confidence, PriceKey } from './prices.ts';
import type { Quota, QuotaName } from './quotas.ts';

/** What is said of a plan, as complete sentences. Shares are from 0 to 1. */
export interface PlanPhrases {
  /** BCP 47, for numbers. */
  locale: string;
  /** As it is written between a name and what is said of it. */
  colon: string;
  title: (name: string) => string;
  weekday: Record<Weekday, string>;

  supposed: string;
  demandOfLoad: (load: string) => string;
  demandPerHour: (calls: string) => string;
  demandCounted: (source: string) => string;
  shapeSupposed: string;
  callsPerPerson: (calls: string) => string;
  queueOfFile: (queue: string, agents: string, handleMinutes: string, patienceMinutes: string) => string;
  targets: (abandoned: string, answered: string) => string;
  callbackSupposed: (taken: string, reached: string) => string;

  inBrief: string;
  weekLoad: (load: string, worstDay: string, worstLoad: string) => string;
  /** Where the week's work is more than the agents can do. */
  overloaded: (servedAtMost: string, agentsMissing: string) => string;
  /** Where only some days' work is. */
  overloadedDays: (days: string, agentsMissing: string) => string;
  /** Where it is no day's. */
  bearable: string;
  withoutCallbacks: (fates: Fates, lost: string, minutes: string) => string;
  withCallbacks: (fates: Fates, lost: string, minutes: string) => string;
  worstHalfHour: (when: string, official: string, target: string) => string;
  noneMissing: string;
  pooled: (when: string, agents: string, missing: string) => string;
  seatsOfFile: (seats: string, bearable: string) => string;

  queueOn: (queue: string, day: string, worst: boolean) => string;
  columns: [string, string][];
  dayTotal: (day: DayBalance) => string;
  columnsExplained: (reserve: string) => string[];

  quotas: string;
  quotaColumns: [string, string, string, string];
  quotaName: Record<QuotaName, string>;
  toAsk: string;
  enough: string;
  quotaReasons: (quotas: readonly Quota[]) => string[];
  countries: (countries: string) => string;

  costs: string;
  costColumns: [string, string, string];
  costItem: Record<PriceKey, string>;
  costTotal: string;
  perMonth: string;
  perPerson: string;
  lineKind: Record<LineKind, string>;
  prices: string;
  /** Of the usual prices. */
  priceSource: Record<PriceKey, string>;
  confidence: Record<Confidence, string>;
  costsExplained: string[];

  limits: string;
  limitsExplained: string[];
}

export const planLanguages = ['fr', 'en'] as const;
export type PlanLanguage = (typeof planLanguages)[number];

const byLanguage: Record<PlanLanguage, PlanPhrases> = { fr: french, en: english };
export const planPhrases = (language: PlanLanguage): PlanPhrases => byLanguage[language];
