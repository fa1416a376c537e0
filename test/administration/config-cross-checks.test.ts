import * as fc from 'fast-check';
import type { HolidayZone } from '../../domain/administration/administration.ts';
import { deployedClosures, mostDeployedClosures } from '../../domain/administration/deployed-closures.ts';
import { publicHolidays } from '../../domain/administration/public-holidays.ts';
import { faultsWith, type withValues } from './configuration-files.ts';

const handedOver = { key: '2', id: 'impots', spoken: { fr: 'les impôts', en: 'taxes' } };

describe('the values of one file', () => {
  it.each<[string, Parameters<typeof withValues>[1], string[]]>([
    [
      'ranges of a day that overlap',
      [
        [
          ['hours', 'monday'],
          ['09:00-12:00', '11:30-16:00'],
        ],
      ],
      ['hours.monday[1] "11:30-16:00": overlaps "09:00-12:00"'],
    ],
    [
      'short ranges inside a long one',
      [
        [
          ['hours', 'monday'],
          ['12:00-13:00', '09:00-17:00', '10:00-11:00', '17:00-18:00'],
        ],
      ],
      [
        'hours.monday[0] "12:00-13:00": overlaps "09:00-17:00"',
        'hours.monday[2] "10:00-11:00": overlaps "09:00-17:00"',
      ],
    ],
    [
      'more closed days than Connect keeps',
      [[['holidays'], { zone: 'alsace-moselle', through: 2035, extra: ['2027-05-07', '2028-05-26'] }]],
      [expect.stringMatching(/^holidays \{.*: 51 closed days to deploy, and Amazon Connect keeps 50: lower/)],
    ],
    [
      'a line that never opens',
      [[['hours'], { monday: [] }]],
      ['hours {"monday":[]}: the line never opens: name the hours of a day'],
    ],
    [
      'a later survey of a line that is open on Saturdays and early alone',
      [
        [['hours'], { saturday: ['09:00-18:00'], monday: ['08:00-10:10', '13:00-14:10'] }],
        [['survey'], { afterNoAnswer: true }],
      ],
      [
        'survey.afterNoAnswer true: queue allocations is never open when a machine may call: from 10 to 13 or 14 to 20 hours, Monday to Friday',
      ],
    ],
    [
      'an open holiday that is none',
      [[['holidays'], { openOn: ['2027-05-04'] }]],
      ['holidays.openOn[0] "2027-05-04": not a public holiday of metropole'],
    ],
    [
      'a date both closed and open',
      [[['holidays'], { extra: ['2027-05-08'], openOn: ['2027-05-08'] }]],
      ['holidays.openOn[0] "2027-05-08": also closed by holidays.extra'],
    ],
    [
      'nobody on duty',
      [[['queues', 'allocations', 'agents'], { default: 0 }]],
      ['queues.allocations.agents {"default":0}: nobody is ever on duty'],
    ],
    [
      'agents at no hour',
      [[['queues', 'allocations', 'agents'], { default: 1, midi: 2 }]],
      ['queues.allocations.agents.midi 2: hours are written "HH:MM-HH:MM"'],
    ],
    [
      'subjects that share a key',
      [[['subjects', 2, 'key'], '1']],
      ['subjects[2].key "1": the same as subjects[0].key'],
    ],
    [
      'subjects of the second level that share a key',
      [[['subjects', 2, 'subjects', 2, 'key'], '1']],
      ['subjects[2].subjects[2].key "1": the same as subjects[2].subjects[0].key'],
    ],
    [
      'subjects of two levels that share an id',
      [[['subjects', 2, 'subjects', 0, 'id'], 'allocations']],
      ['subjects[2].subjects[0].id "allocations": the same as subjects[0].id'],
    ],
    [
      'a subject on the key of a language',
      [[['subjects', 1, 'key'], '8']],
      ['subjects[1].key "8": the key for en, a language of this line: use another'],
    ],
    [
      'subjects of one level that take more than 12 s to say with their keys and that of an agent, in one language',
      [
        [
          ['subjects', 2, 'subjects', 1, 'spoken', 'fr'],
          'un logement que vous quittez, que vous prenez ou que vous partagez avec d’autres personnes',
        ],
      ],
      [
        expect.stringMatching(
          /^subjects\[2\]\.subjects \[.*: 16 words at most for these 3 subjects in fr: callers listen for 12 s$/,
        ),
      ],
    ],
    [
      'a text that is not in every language',
      [
        [['subjects', 2, 'subjects', 0, 'spoken', 'en'], undefined],
        [['sms', 'texts', 'logement', 'en'], undefined],
      ],
      [
        'subjects[2].subjects[0].spoken {"fr":"votre famille"}: missing in en, a language of this line',
        expect.stringMatching(/^sms\.texts\.logement \{"fr":.*: missing in en, a language of this line$/),
      ],
    ],
    [
      'a call handed over to the line itself',
      [[['subjects', 1], { ...handedOver, transferNumber: '+33199003230' }]],
      ['subjects[1].transferNumber "+33199003230": leads back to this line itself'],
    ],
    [
      'a call handed over to the line itself, on the second level, by its public number',
      [
        [['publicNumber'], '05 36 49 00 01'],
        [['subjects', 2, 'subjects', 2], { ...handedOver, key: '3', transferNumber: '+33536490001' }],
      ],
      ['subjects[2].subjects[2].transferNumber "+33536490001": leads back to this line itself'],
    ],
    [
      'subjects that share an id',
      [[['subjects', 1, 'id'], 'allocations']],
      ['subjects[1].id "allocations": the same as subjects[0].id'],
    ],
    [
      'an unknown queue',
      [[['subjects', 0, 'queue'], 'allocs']],
      ['subjects[0].queue "allocs": no such queue; queues: allocations'],
    ],
    [
      'unknown queues, without blaming the queue',
      [
        [['subjects', 0, 'queue'], 'a'],
        [['subjects', 2, 'subjects', 0, 'queue'], 'a'],
        [['subjects', 2, 'subjects', 1, 'queue'], 'a'],
        [['subjects', 2, 'subjects', 2, 'queue'], 'a'],
      ],
      [
        'subjects[0].queue "a": no such queue; queues: allocations',
        'subjects[2].subjects[0].queue "a": no such queue; queues: allocations',
        'subjects[2].subjects[1].queue "a": no such queue; queues: allocations',
        'subjects[2].subjects[2].queue "a": no such queue; queues: allocations',
      ],
    ],
    [
      'a queue no subject leads to',
      [[['queues', 'autre'], { agents: { default: 1 }, handleTimeSeconds: 300 }]],
      [expect.stringMatching(/^queues\.autre \{.*: no subject leads to this queue$/)],
    ],
    ['no subject', [[['subjects'], []]], ['subjects []: at least one subject']],
    ['no queue', [[['queues'], {}]], ['queues {}: at least one queue']],
    [
      'SMS without France',
      [[['sms', 'countries'], ['RE']]],
      ['sms.countries ["RE"]: France (FR) is always one of the countries'],
    ],
    [
      'a number of another region',
      [[['number'], { arn: 'arn:aws:connect:eu-west-2:111111111111:phone-number/a', displayed: '+33199001234' }]],
      [expect.stringMatching(/^number\.arn .*: a number of the same region and account/)],
    ],
  ])('are refused with %s', (_, values, expected) => {
    expect(faultsWith(...values)).toEqual(expected);
  });
});

describe('the closed days to deploy', () => {
  const zones: HolidayZone[] = ['metropole', 'alsace-moselle', 'wallis-et-futuna'];
  const holidays = fc
    .record({ zone: fc.constantFrom(...zones), through: fc.integer({ min: 2026, max: 2035 }) })
    .chain(({ zone, through }) => {
      const years = Array.from({ length: through - 2025 }, (_, index) => 2026 + index);
      const dates = years.flatMap((year) => publicHolidays(zone, year)).map(({ date }) => date);
      return fc.record({
        zone: fc.constant(zone),
        through: fc.constant(through),
        openOn: fc.subarray(dates, { maxLength: 6 }),
        extra: fc.subarray(years.map((year) => `${year}-06-02`)),
      });
    });

  it('are refused exactly where they are more than Connect keeps', () => {
    fc.assert(
      fc.property(holidays, (drawn) => {
        const refused = faultsWith([['holidays'], drawn]).some((fault) => fault.includes('closed days to deploy'));
        expect(refused).toBe(deployedClosures(drawn).length > mostDeployedClosures);
      }),
      { numRuns: 60 },
    );
  });
});
