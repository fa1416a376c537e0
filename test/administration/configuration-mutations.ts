import * as fc from 'fast-check';

export type Path = (string | number)[];

/** One change to a file, and the paths of the faults that it must give, and no other. */
export interface Mutation {
  change: [Path, unknown];
  faults: Path[];
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
const range = (from: number, to: number): string => `${clock(from)}-${clock(to)}`;

/** Four different minutes of a day, in order. */
const minutes = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 4, maxLength: 4 })
  .map((drawn) => drawn.toSorted((a, b) => a - b))
  .map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d] as const);

const wrongRange = fc.oneof(
  fc
    .tuple(fc.integer({ min: 25, max: 99 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `09:00-${h}:${twoDigits(m)}`),
  fc.integer({ min: 60, max: 99 }).map((m) => `09:${m}-16:00`),
  minutes.map(([from, , , to]) => range(to, from)),
  fc.constantFrom('9:00-16:00', '09h00-16h00', '09:00', '', '09:00–16:00', 900, null, true),
);
const overlappingRanges = minutes.map(([a, b, c, d]) => [range(a, c), range(b, d)] as const);

/** One change of this value, which is itself at fault. */
const wrong = (path: Path, values: fc.Arbitrary<unknown>): fc.Arbitrary<Mutation> =>
  values.map((value) => ({ change: [path, value], faults: [path] }));

const notInteger = (least: number, most: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.integer({ min: most + 1, max: most * 100 + 100 }),
    fc.integer({ min: -1000, max: least - 1 }),
    fc.integer({ min: least, max: most }).map((value) => value + 0.5),
    fc.constantFrom(null, 'beaucoup', '', [], {}),
  );

const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

/** Changes that stay clear of each other: any set of them gives the faults of each. */
const mutationsOf = (queue: string, sms: string): Record<string, fc.Arbitrary<Mutation>> => ({
  unknownKey: fc
    .tuple(
      fc.constantFrom<Path>([], ['sms'], ['hours'], ['subjects', 0], ['queues', queue]),
      fc.stringMatching(/^x[a-zA-Z]{1,8}$/),
    )
    .map(([parent, key]) => ({ change: [[...parent, key], 'x'], faults: [[...parent, key]] })),
  wrongHour: wrongRange.map((wrongOne) => ({
    change: [['hours', 'monday'], [wrongOne]],
    faults: [['hours', 'monday', 0]],
  })),
  overlapInADay: fc.tuple(overlappingRanges, fc.boolean()).map(([[first, second], swapped]) => ({
    change: [['hours', 'tuesday'], swapped ? [second, first] : [first, second]],
    faults: [['hours', 'tuesday', swapped ? 0 : 1]],
  })),
  overlapOfKeys: fc.tuple(overlappingRanges, fc.integer({ min: 1, max: 99 })).map(([[first, second], agents]) => ({
    change: [['queues', queue, 'agents'], { default: 1, [first]: agents, [second]: 0 }],
    faults: [['queues', queue, 'agents', second]],
  })),
  handleTime: wrong(['queues', queue, 'handleTimeSeconds'], notInteger(30, 7200)),
  publicNumber: wrong(
    ['publicNumber'],
    fc.oneof(
      fc.tuple(fc.constantFrom('081', '082', '089'), digits(7)).map(([prefix, rest]) => `${prefix}${rest}`),
      fc
        .tuple(fc.constantFrom('06', '07', '0836', '118', '10'), digits(8))
        .map(([prefix, rest]) => `${prefix}${rest}`.slice(0, prefix === '118' ? 6 : prefix === '10' ? 4 : 10)),
      fc.constantFrom('', '15', '112', 'trente-deux trente', '00', 3230),
    ),
  ),
  senderId: wrong(
    ['sms', 'senderId'],
    fc.oneof(
      fc.constantFrom('RDV', 'rappel', 'Info', 'SMS', 'alerte', 'URGENT', 'GOUV', 'Colis'),
      fc.stringMatching(/^\d{3,11}$/),
      fc.stringMatching(/^[A-Z]{12,20}$/),
      fc.stringMatching(/^[A-Z]{3} [A-Z]{3}$/),
    ),
  ),
  region: wrong(['region'], fc.constantFrom('eu-west-3', 'eu-west-1', 'us-east-1', '', 'Paris', null)),
  identity: wrong(['identity'], fc.stringMatching(/^x[a-z ]{0,80}x$/)),
  account: wrong(['account'], fc.oneof(digits(11), digits(13), fc.integer({ min: 1 }))),
  missing: fc
    .constantFrom<Path>(['name'], ['spokenName'], ['spokenName', 'fr'])
    .map((path) => ({ change: [path, undefined], faults: [path] })),
  subjectKey: wrong(['subjects', 0, 'key'], fc.constantFrom('0', '9', '*', '#', '12', '', 1)),
  emptyText: wrong(['subjects', 1, 'spoken', 'fr'], fc.constantFrom('', ' ', '\t', null)),
  sharedSubjectKey: fc.constant({ change: [['subjects', 2, 'key'], '2'], faults: [['subjects', 2, 'key']] }),
  unknownQueue: wrong(['subjects', 2, 'subjects', 0, 'queue'], fc.stringMatching(/^zz[a-z]{1,8}$/)),
  callback: fc
    .record({ slotMinutes: fc.integer({ min: 61, max: 500 }), share: fc.double({ min: 1.01, max: 9, noNaN: true }) })
    .map((value) => ({
      change: [['callback'], value],
      faults: [
        ['callback', 'slotMinutes'],
        ['callback', 'share'],
      ],
    })),
  holiday: fc
    .tuple(fc.integer({ min: 2026, max: 2035 }), fc.constantFrom('02-30', '13-01', '00-10', '04-31'))
    .map(([year, day]) => ({
      change: [['holidays'], { extra: [`${year}-${day}`] }],
      faults: [['holidays', 'extra', 0]],
    })),
  survey: fc
    .constantFrom('yes', 1, null)
    .map((afterNoAnswer) => ({ change: [['survey'], { afterNoAnswer }], faults: [['survey', 'afterNoAnswer']] })),
  accessibility: wrong(['accessibility', 'number'], fc.constantFrom('0892701234', '06 12 34 56 78', '112', '', null)),
  notSpoken: wrong(
    ['subjects', 2, 'spoken', 'fr'],
    fc.constantFrom(
      '<b>vous</b>',
      'vous & eux',
      'caf.fr',
      'le site caf point fr',
      'www',
      'https://x',
      'Veuillez choisir',
    ),
  ),
  smsText: wrong(
    ['sms', 'texts', sms, 'fr'],
    fc.oneof(fc.constantFrom('bientôt', 'voir caf.fr', ' ', 7), fc.stringMatching(/^[a-z ]{131,200}$/)),
  ),
});

/** Any set of changes to a file that has this queue and this text of SMS, of which each gives its faults. */
export const someMutations = (queue: string, sms: string): fc.Arbitrary<Mutation[]> =>
  fc
    .record(mutationsOf(queue, sms), { requiredKeys: [] })
    .map((chosen) => Object.values(chosen).filter((one) => one !== undefined));
