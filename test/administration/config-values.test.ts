import { faultsWith, type withValues } from './configuration-files.ts';

describe('one file', () => {
  it.each<[string, Parameters<typeof withValues>[1], string[]]>([
    [
      'a region without Amazon Connect',
      [[['region'], 'eu-west-3']],
      ['region "eu-west-3": Amazon Connect exists in eu-central-1 and eu-west-2 in Europe, not in Paris'],
    ],
    [
      'a number where a text is due',
      [[['account'], 111111111111]],
      ['account 111111111111: in quotes: the twelve digits of an AWS account'],
    ],
    [
      'an account of eleven digits',
      [[['account'], '11111111111']],
      ['account "11111111111": the twelve digits of an AWS account'],
    ],
    ['a missing map', [[['sms'], undefined]], ['sms: missing; a map']],
    ['a missing value', [[['sms', 'senderId'], undefined]], ['sms.senderId: missing; 3 to 11 letters and digits']],
    ['an empty text', [[['spokenName', 'fr'], ' ']], ['spokenName.fr " ": a text of 1 to 60 characters']],
    ['French left out', [[['spokenName', 'fr'], undefined]], ['spokenName.fr: missing; a text of 1 to 60 characters']],
    [
      'an alias that Connect refuses',
      [[['alias'], 'd-caf']],
      [expect.stringMatching(/^alias "d-caf": 1 to 45 lower-case/)],
    ],
    [
      'a name that SMS cannot carry',
      [[['name'], 'Forêt']],
      [expect.stringMatching(/^name "Forêt": letters that SMS can carry/)],
    ],
    [
      'a reversed range',
      [[['hours', 'monday'], ['16:00-09:00']]],
      [expect.stringMatching(/^hours\.monday\[0\] "16:00-09:00": a range ends after it begins/)],
    ],
    [
      'an empty range',
      [[['hours', 'monday'], ['09:00-09:00']]],
      [expect.stringMatching(/^hours\.monday\[0\] "09:00-09:00": a range ends after it begins/)],
    ],
    [
      'hours without a leading zero',
      [[['hours', 'monday'], ['9:00-16:00']]],
      ['hours.monday[0] "9:00-16:00": hours are written "HH:MM-HH:MM"'],
    ],
    [
      'a French day',
      [[['hours', 'lundi'], []]],
      [expect.stringMatching(/^hours\.lundi \[\]: unknown key; allowed: monday, /)],
    ],
    [
      'an unknown time zone',
      [[['timeZone'], 'Europe/Lutece']],
      [expect.stringMatching(/^timeZone "Europe\/Lutece": a time zone of France: Europe\/Paris, /)],
    ],
    [
      'a date that does not exist',
      [[['holidays'], { extra: ['2027-02-29'] }]],
      ['holidays.extra[0] "2027-02-29": a date that exists, "YYYY-MM-DD"'],
    ],
    [
      'a horizon before the first year',
      [[['holidays'], { through: 2025 }]],
      ['holidays.through 2025: a year, a whole number from 2026 to 2035'],
    ],
    [
      'a key kept for an agent',
      [[['subjects', 0, 'key'], '0']],
      [expect.stringMatching(/^subjects\[0\]\.key "0": one key, "1" to "8"/)],
    ],
    [
      'a subject with queue and information',
      [[['subjects', 1, 'queue'], 'allocations']],
      [
        expect.stringMatching(
          /^subjects\[1\]\.information .*: a subject has one of queue, information, transferNumber and subjects$/,
        ),
      ],
    ],
    [
      'a subject that leads nowhere',
      [[['subjects', 0, 'queue'], undefined]],
      ['subjects[0].queue: missing; queue, or information, transferNumber, subjects'],
    ],
    [
      'four subjects',
      [[['subjects', 3], { key: '4', id: 'x', spoken: { fr: 'autre chose' }, queue: 'allocations' }]],
      [expect.stringMatching(/^subjects \[.*: at most three subjects/)],
    ],
    [
      'slots that do not divide an hour',
      [[['callback', 'slotMinutes'], 25]],
      ['callback.slotMinutes 25: minutes that divide an hour: one of 10, 15, 20, 30, 60'],
    ],
    [
      'half an attempt',
      [[['callback', 'attempts'], 0.5]],
      ['callback.attempts 0.5: attempts, a whole number from 1 to 3'],
    ],
    ['a share of nothing', [[['callback', 'share'], 0]], ['callback.share 0: a share above 0, up to 1']],
    [
      'fewer than no seats',
      [[['callback', 'seats'], -1]],
      ['callback.seats -1: auto, or seats, a whole number from 0 to 10000'],
    ],
    [
      'a country that does not exist',
      [
        [
          ['sms', 'countries'],
          ['FR', 'XX'],
        ],
      ],
      ['sms.countries[1] "XX": an ISO 3166 country code in capitals, such as FR'],
    ],
    [
      'a generic sender ID',
      [[['sms', 'senderId'], 'Rdv']],
      ['sms.senderId "Rdv": French operators block generic names: use the name of the administration'],
    ],
    [
      'a retention that CloudWatch lacks',
      [[['retentionDays'], { logs: 91 }]],
      [expect.stringMatching(/^retentionDays\.logs 91: days, as CloudWatch Logs has them: one of 1, 3, /)],
    ],
    [
      'a mobile as caller ID',
      [[['number'], { arn: 'arn:aws:connect:eu-central-1:111111111111:phone-number/a', displayed: '+33612345678' }]],
      ['number.displayed "+33612345678": a mobile number: call centres may not show one'],
    ],
    ['a word in place of a number', [[['number'], 'later']], ['number "later": none, or { arn, displayed, takeOver }']],
  ])('with %s is refused', (_, values, expected) => {
    expect(faultsWith(...values)).toEqual(expected);
  });

  it.each<[string, Parameters<typeof withValues>[1], string]>([
    ['a language', [[['languages'], ['fr', 'de']]], 'languages other than fr, en'],
  ])('that asks for %s is told that it is not built yet', (_, values, thing) => {
    expect(faultsWith(...values)).toEqual([expect.stringMatching(new RegExp(`: not built yet: ${thing}$`))]);
  });

  it('may write down, as nothing, what is not built yet', () => {
    expect(faultsWith([['sms', 'texts'], {}], [['survey'], {}])).toEqual([]);
  });
});
