import type { PlanPhrases } from '../plan-phrases.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const whole = (value: number): string => number.format(value);

export const english: PlanPhrases = {
  locale: 'en-GB',
  colon: ': ',
  title: (name) => `${name}: agents, callbacks, quotas and costs of an ordinary week`,
  weekday: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },

  supposed: 'What is supposed',
  demandOfLoad: (load) =>
    `Calls: the file does not say. The work of all people who ring is taken as ${load} of what the agents can do in the week (--load). With figures of your own: --calls-per-hour, or --profile.`,
  demandPerHour: (calls) => `Calls: ${calls} an hour on average, for an agent, all queues together (--calls-per-hour).`,
  demandCounted: (source) => `Calls: those of ${source}, by half hour.`,
  shapeSupposed:
    'Spread: mornings rise to 1.8 times the mean, the end of the day falls to half of it; Monday is the busiest. An assumption: count your calls, then --profile.',
  callsPerPerson: (calls) =>
    `Each person rings ${calls} times a day, failures included (--calls-per-person): agents are counted for people, quotas for calls.`,
  queueOfFile: (queue, agents, handleMinutes, patienceMinutes) =>
    `${queue}: ${agents} agents (file), ${handleMinutes} min a call, ${patienceMinutes} min of patience.`,
  targets: (abandoned, answered) =>
    `Targets: ${abandoned} abandoned at most (--abandoned); official rate of calls answered by an agent, ${answered} at least.`,
  callbackSupposed: (taken, reached) =>
    `Callback: ${taken} of those to whom it is offered take it (--take), ${reached} of those called back answer.`,

  inBrief: 'In brief',
  weekLoad: (load, worstDay, worstLoad) =>
    `The people who ring bring ${load} of the work that the file's agents can do in the week; ${worstLoad} on ${worstDay}.`,
  overloaded: (servedAtMost, agentsMissing) =>
    `Callback creates no capacity: above 100 %, whatever is promised, ${servedAtMost} of the people at most will be served. It takes at least ${agentsMissing} more agents at all hours, or fewer reasons to ring.`,
  overloadedDays: (days, agentsMissing) =>
    `Callback creates no capacity: on ${days}, there is more work than agents, and part of the people can only be served the day after. To serve all on the day takes ${agentsMissing} more agents at all hours.`,
  bearable:
    "Each day's work fits in the agents' time: what is missing are agents at the peak, and callbacks can make up for them.",
  withoutCallbacks: ({ persons }, lost, minutes) =>
    `Without callbacks: of ${whole(persons)} people a week, ${lost} leave without an agent at their first call; each waits ${minutes} min on the telephone.`,
  withCallbacks: ({ booked }, lost, minutes) =>
    `With callbacks: ${whole(booked)} are called back later in the day, at no cost to those who stay on the line; ${lost} leave without an agent, and the wait falls to ${minutes} min a person.`,
  worstHalfHour: (when, official, target) =>
    `Agents missing in the worst half hour, ${when}: ${official} for the official rate, ${target} for the target of abandonments.`,
  noneMissing: 'No agent is missing for the target, in any half hour.',
  pooled: (when, agents, missing) =>
    `All agents serve all queues: together, the worst half hour (${when}) takes ${agents} agents; ${missing} are missing.`,
  seatsOfFile: (seats, bearable) =>
    `The file sells up to ${seats} callbacks on that day, of which ${bearable} fall when agents are free. The others take agents from those who wait on the line: nobody more is served, but people wait less on the telephone. If promises are not kept, lower callback.share.`,

  queueOn: (queue, day, worst) => `${queue}, ${day}${worst ? ' (the busiest day)' : ' (a middling day)'}`,
  columns: [
    ['', 'time'],
    ['', 'people'],
    ['', 'agents'],
    ['it takes', '85 %'],
    ['it takes', 'target'],
    ['missing', '85 %'],
    ['missing', 'target'],
    ['no callback', 'lost'],
    ['no callback', 'wait'],
    ['callbacks', 'possible'],
    ['callbacks', 'file'],
  ],
  dayTotal: ({ surplus, seats, withCallbacks }) =>
    `${whole(surplus)} people more than the agents of their half hour can take; ${whole(seats)} callbacks possible in the day, ${whole(withCallbacks.booked)} promised.`,
  columnsExplained: (reserve) => [
    `Callbacks possible: length / length of a call × (agents − agents for the target), rounded down. The rule supposes that ${reserve} agents stay free for who rings.`,
    'Wait: the mean of all people, served or gone. Lost: gone without an agent.',
  ],

  quotas: 'Quotas to ask AWS for',
  quotaColumns: ['quota', 'default', 'it takes', ''],
  quotaName: {
    concurrentCalls: 'concurrent calls of the instance',
    concurrentChats: 'concurrent chats (guides on screens)',
    startOutboundVoiceContactPerSecond: 'StartOutboundVoiceContact, a second',
    getContactMetricsPerSecond: 'GetContactMetrics, a second',
    getCurrentMetricDataPerSecond: 'GetCurrentMetricData, a second',
    describeContactPerSecond: 'DescribeContact, a second',
    smsSpendingUsdPerMonth: 'SMS spending, dollars a month',
    users: 'users of the instance',
    lambdaConcurrency: 'concurrent Lambda executions of the account',
    instances: 'instances of an account and region',
  },
  toAsk: 'ask',
  enough: 'enough',
  quotaReasons: (quotas) => [
    'Concurrent calls: all agents on the line, the queue of the worst half hour, menus and the two questions, and three standard deviations.',
    'Beyond the concurrent calls, callers hear a busy tone and no announcement: ask for plenty. It takes hours to three weeks, and the instance must exist.',
    ...(quotas.some(({ quota, ask }) => quota === 'getContactMetricsPerSecond' && ask)
      ? ['GetContactMetrics: beyond, the place is estimated and said to be; nothing breaks.']
      : []),
    ...(quotas.some(({ quota, ask }) => quota === 'instances' && ask)
      ? ['Instances: or one AWS account for each administration (key account), which keeps their quotas apart as well.']
      : []),
    'SMS: the spending if all hours that the file sells are taken. Once the limit is reached, no SMS leaves before the next month. Leave the sandbox first (docs/go-live.md).',
  ],
  countries: (countries) =>
    countries === ''
      ? 'Outbound calls: France alone, allowed from the first day.'
      : `Outbound calls: France is allowed; ask the support for ${countries} (file, sms.countries), or those people cannot be called back.`,

  costs: 'Costs, in dollars before tax',
  costColumns: ['for 1,000 calls', 'no callback', 'callback'],
  costItem: {
    connectVoiceMinute: 'Amazon Connect, minutes of voice',
    inboundTollFreeMinute: 'toll-free number, minutes received',
    inboundDirectMinute: 'direct number, minutes received',
    outboundMinute: 'minutes of callbacks',
    smsPart: 'SMS',
    functionsPerCall: 'functions and ledger',
  },
  costTotal: 'total',
  perMonth: 'a month',
  perPerson: 'a person served',
  lineKind: {
    tollFree: 'A number that is free to the caller (0800 to 0805): the administration pays for waiting.',
    direct: 'A direct number: what your operator bills to forward the short number or the 080x to it is not counted.',
  },
  prices: 'Prices used (to be replaced by --prices)',
  priceSource: {
    connectVoiceMinute: 'Amazon Connect pricing page, voice with unlimited AI; 0.018 without, by a blog of AWS of 2020',
    inboundTollFreeMinute: 'Amazon Connect telephony, toll-free numbers of neighbouring countries (Austria, Belgium)',
    inboundDirectMinute: 'Amazon Connect telephony, direct numbers of neighbouring countries (0.00 to 0.01)',
    outboundMinute: 'Amazon Connect telephony, calls to French mobiles, order of magnitude',
    smsPart: 'AWS End User Messaging, one part to France, between 0.07 and 0.08',
    functionsPerCall: 'AWS Lambda and DynamoDB, list prices: less than a cent for a thousand calls',
  },
  confidence: {
    read: 'read',
    old: 'old',
    unproven: 'to be checked',
    yours: 'yours',
  },
  costsExplained: [
    'Two SMS for a callback: the promise, and a notice before it rings. Agents, by far the first cost, are not counted.',
    'A toll-free number pays for waiting too: less of it is a smaller bill.',
  ],

  limits: 'What this plan does not say',
  limitsExplained: [
    'Each half hour is computed by itself (Erlang A), each person ringing once: no queue runs over into the next one, and nobody rings again.',
    'Public holidays, beginnings of months and campaigns are not in it: make it again with the calls counted on such a day.',
  ],
};
