import { type Counts, countKeys, type Metrics, type Report } from '../../domain/reporting/report-contract.ts';
import { adviceFor, type Advice } from '../../domain/reporting/director/advice.ts';
import { changeOf } from '../../domain/reporting/director/comparison.ts';
import { livedIn } from '../../domain/reporting/director/lived.ts';
import { promisedIn } from '../../domain/reporting/director/promised.ts';
import { shortHours } from '../../domain/reporting/director/short-hours.ts';
import { reportPhrases } from '../../domain/reporting/phrases.ts';
import * as fc from 'fast-check';
import {
  countsOf,
  metricsOf,
  ordinary,
  reportOf,
  terrible,
  weekFrom,
  withHiddenSurvey,
  withoutCalls,
} from './example-reports.ts';

/** Spaces that do not break are told apart elsewhere. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/gu, ' ');
const { director: french } = reportPhrases('fr');
const { director: english } = reportPhrases('en');

const reportWith = (counts: Partial<Counts>, metrics: Partial<Metrics> = {}, known: Partial<Report> = {}): Report => ({
  ...reportOf(),
  metrics: metricsOf(countsOf(counts), {}, metrics),
  ...known,
});
const lived = (report: Report, before?: Report): string => plain(french.lived(livedIn(report, 'day', before)));
const promised = (counts: Partial<Counts>): string => plain(french.promised(promisedIn(reportWith(counts))));
const advised = (report: Report): string[] =>
  adviceFor(report, 'day', [report]).map((advice) => plain(french.advice(advice)));
const kinds = (report: Report): Advice['kind'][] => adviceFor(report, 'day', [report]).map(({ kind }) => kind);

const enough = { calls: 400, callsForAgent: 300, answered: 290 };

describe('the sentence on what callers lived', () => {
  it('has how many got an agent, how many left with nothing, how long it took, and the same weekday before', () => {
    const report = reportWith(
      { calls: 1500, callsForAgent: 1200, answered: 1020, takenCallback: 88 },
      { timeToHumanVoiceMedianSeconds: 200 },
    );
    const before = { ...reportWith({ calls: 1500, callsForAgent: 1200, answered: 1100 }), from: '2026-11-17' };
    expect(lived(report, before)).toBe(
      'Les agents ont décroché 85 % des appels à traiter (1 020 sur 1 200), moins que le mardi 17 novembre (91,7 %), et ' +
        '92 appels se sont terminés sans agent ni promesse ; quand un agent a parlé à la personne, rappels compris, c’était une ' +
        'fois sur deux en 3 min 20 s au plus.',
    );
    expect(english.lived(livedIn(report, 'day', before)).replaceAll('\u00a0', ' ')).toBe(
      'Agents answered 85% of the calls that required one (1,020 of 1,200), less than Tuesday 17 November (91.7%), and 92 calls ' +
        'ended with neither an agent nor a promise; when an agent and the caller did talk, callbacks included, half of the time ' +
        'it was within 3 min 20 s.',
    );
  });

  it('calls nothing better or worse that chance explains', () => {
    const before = { ...reportWith({ callsForAgent: 300, answered: 285 }), from: '2026-11-17' };
    expect(lived(reportWith({ ...enough, answered: 279 }), before)).toContain(
      'sans écart net avec le mardi 17 novembre (95 %)',
    );
    expect(lived(reportWith({ ...enough, answered: 250 }), before)).toContain('moins que le mardi 17 novembre (95 %)');
    expect(lived(reportWith({ ...enough, answered: 299 }), before)).toContain('plus que le mardi 17 novembre (95 %)');
  });

  it('compares with no day of which a call is not known, and with no day of fewer than thirty calls', () => {
    const missing = { ...reportWith({ callsForAgent: 300, answered: 200 }), missingDays: ['2026-11-17'] };
    const small = reportWith({ callsForAgent: 29, answered: 2 });
    for (const before of [missing, small, undefined]) expect(lived(reportWith(enough), before)).not.toContain('mardi');
  });

  it('has no rate of fewer than thirty calls', () => {
    expect(lived(reportWith({ calls: 20, callsForAgent: 12, answered: 9, takenCallback: 2 }))).toBe(
      'Les agents ont décroché 9 fois, pour 12 appels à traiter, et 1 appel s’est terminé sans agent ni promesse : c’est ' +
        'trop peu pour en tirer un taux.',
    );
  });

  it.each([
    ['no call', reportOf(), 'Personne n’a appelé ce jour-là.'],
    [
      'calls for no agent',
      reportWith({ calls: 7, informed: 7 }),
      'Aucun des 7 appels reçus n’était à traiter par un agent.',
    ],
    [
      'one call for no agent',
      reportWith({ calls: 1, informed: 1 }),
      'Le seul appel reçu n’était pas à traiter par un agent.',
    ],
    [
      'a day that was never compiled',
      { ...reportOf(), missingDays: ['2026-11-24'] },
      'Nous ne savons pas ce que les appelants ont vécu ce jour-là : les appels n’ont pas été relevés.',
    ],
  ])('says of %s what is known and no more', (_, report, sentence) => {
    expect(lived(report)).toBe(sentence);
  });

  it('does not say that nobody rang in a week of which a day is not known', () => {
    const week = { ...reportOf({ from: '2026-11-23' }), to: '2026-11-29', missingDays: ['2026-11-25'] };
    expect(livedIn(week, 'week', undefined).kind).toBe('missing');
  });
});

describe('the sentence on promises', () => {
  it('tells those kept from those late, those never called and those still to come', () => {
    const counts = { promises: 122, promisesSettled: 109, promisesKept: 97, promisesBroken: 12, latePromises: 10 };
    expect(promised({ ...counts, lateSeconds: 15_000, promisesPending: 9, promisesGivenUp: 5 })).toBe(
      'Sur 109 rappels arrivés à échéance, 97 ont été passés comme promis (89 %), 10 l’ont été en retard (de 25 min en moyenne) et 2 ' +
        'n’ont jamais été passés ; nous avons cessé d’appeler 5 personnes sans leur avoir parlé et 9 autres promesses sont encore à venir.',
    );
  });

  it.each([
    ['nothing promised or proposed', {}, 'Aucun rappel n’a été proposé ni promis.'],
    [
      'nothing promised of what was proposed',
      { callbacksOffered: 40 },
      'Aucun rappel n’a été promis, alors qu’il a été proposé dans 40 appels.',
    ],
    [
      'promises of which none is due',
      { promises: 5, promisesPending: 3, promisesCancelled: 2 },
      '5 rappels ont été promis, dont 3 sont encore à venir et 2 ont été annulés : aucune heure promise n’est encore passée.',
    ],
    [
      'all of them kept',
      { promises: 40, promisesSettled: 40, promisesKept: 40 },
      'Les 40 rappels arrivés à échéance ont tous été passés comme promis.',
    ],
    [
      'a few, without a rate',
      { promises: 4, promisesSettled: 4, promisesKept: 3, promisesBroken: 1 },
      'Sur 4 rappels arrivés à échéance, 3 ont été passés comme promis et 1 n’a jamais été passé.',
    ],
    [
      'none of them kept',
      { promises: 2, promisesSettled: 2, promisesBroken: 2, latePromises: 2, lateSeconds: 240 },
      'Sur 2 rappels arrivés à échéance, aucun n’a été passé comme promis et 2 l’ont été en retard (de 2 min en moyenne).',
    ],
  ])('says of %s what is known and no more', (_, counts, sentence) => {
    expect(promised(counts)).toBe(sentence);
  });
});

describe('the sentence on what to do', () => {
  it('names the half hours in which callers give up, joined where they follow each other', () => {
    expect(advised(ordinary())).toEqual([
      '69 des 100 appels abandonnés à l’annonce de l’attente, ou pendant celle-ci, sont arrivés de 10 h à 11 h 30 : c’est à ces heures qu’il faut d’abord des agents.',
    ]);
  });

  it('names no hour where none stands out', () => {
    expect(advised(terrible())).toContain(
      '1 044 appels à traiter sur 3 531 ont été abandonnés à l’annonce de l’attente, ou pendant celle-ci, sans qu’une heure se détache : il manque des agents toute la journée.',
    );
  });

  it('names the days of a week, each with its hours', () => {
    const { days, whole } = weekFrom('2026-11-23', {
      peakCalls: 150,
      answered: (hour) => (hour >= 10 && hour < 11 ? 0.3 : 0.99),
      kept: 1,
    });
    const [advice] = adviceFor(whole, 'week', days);
    expect(plain(english.advice(advice))).toMatch(
      /from 10:00 to 11:00 on Monday 23 November, from 10:00 to 11:00 on Tuesday 24 November and from 10:30 to 11:00 on Wednesday 25 November:/u,
    );
  });

  it.each<[string, Report, string]>([
    [
      'broken promises',
      reportWith({ ...enough, promises: 40, promisesSettled: 40, promisesKept: 30, promisesBroken: 10 }),
      '10 promesses n’ont pas été tenues à l’heure dite, sur 40 : ajoutez des agents, ou promettez moins de rappels en baissant la part des places offertes.',
    ],
    [
      'a survey that is offered too rarely',
      reportWith({ ...enough, surveyServed: 200, surveyOffered: 150 }),
      'Les deux questions n’ont été posées qu’après 150 conversations sur 200 : rappelez aux agents de raccrocher les premiers, et faites vérifier le questionnaire.',
    ],
    [
      'SMS that do not arrive',
      reportWith({ ...enough, smsSent: 90, smsRefused: 10, smsUndelivered: 2 }),
      '12 SMS sur 100 ne sont pas arrivés (10 refusés, 2 non remis) : faites vérifier l’envoi des SMS.',
    ],
    [
      'callbacks for which no seat was left',
      reportWith(enough, {}, { callbackRefusals: { full: 12, already: 40 } }),
      '12 demandes de rappel n’ont pas trouvé de place : ajoutez des agents, ou proposez des jours plus lointains.',
    ],
    [
      'waits longer than announced',
      reportWith({ ...enough, announcements: 100, announcementsHeld: 70 }),
      'L’attente a dépassé ce qui était annoncé dans 30 appels sur 100 : vérifiez que les agents prévus sont à leur poste, et que la durée de traitement inscrite dans le fichier est la bonne.',
    ],
    ['calls that we ended', reportWith({ ...enough, failed: 1 }), 'Faites chercher la panne qui a coupé 1 appel.'],
    ['a good day', reportWith(enough), 'Rien dans ces chiffres n’appelle de changement.'],
    [
      'a small day',
      reportWith({ calls: 9, callsForAgent: 9, answered: 2 }),
      'Il y a eu trop peu d’appels pour conseiller un changement.',
    ],
  ])('follows from %s', (_, report, sentence) => {
    expect(advised(report)).toEqual([sentence]);
  });

  it('asks first for the days that are not known, then for many faults, and last for a few', () => {
    const broken = { promises: 40, promisesSettled: 40, promisesKept: 30, promisesBroken: 10 };
    const partial = { missingDays: ['2026-11-23'], from: '2026-11-23', to: '2026-11-24' };
    expect(kinds(reportWith({ ...enough, ...broken, failed: 40, abandoned: 40 }, {}, partial))).toEqual([
      'compile',
      'faults',
      'promises',
      'staffThroughout',
    ]);
    expect(kinds(reportWith({ ...enough, ...broken, failed: 2 }))).toEqual(['promises', 'faults']);
  });

  it('has no figure that chance or a few callers explain', () => {
    expect(kinds(withHiddenSurvey())).toEqual(['nothing']);
    expect(kinds(withoutCalls())).toEqual(['tooFew']);
  });
});

const halfHour = (givenUp: number): Counts => countsOf({ calls: 20, callsForAgent: 20, abandoned: givenUp });

describe('short hours', () => {
  it('end at midnight, and are of one day each', () => {
    const byHalfHour = { '23:30': halfHour(20), '10:00': halfHour(0), '11:00': halfHour(0), '12:00': halfHour(0) };
    const next = { '00:00': halfHour(19), '10:00': halfHour(0), '11:00': halfHour(0), '12:00': halfHour(0) };
    const days = [reportOf({ from: '2026-11-23', byHalfHour }), reportOf({ from: '2026-11-24', byHalfHour: next })];
    expect(shortHours(days)).toEqual([{ day: '2026-11-23', from: '23:30', to: '24:00', givenUp: 20 }]);
  });

  it('hold at least half of the calls given up, or are not named at all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 48 }), (givenUp) => {
        const times = givenUp.map(
          (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
        );
        const byHalfHour = Object.fromEntries(times.map((time, index) => [time, halfHour(givenUp[index] ?? 0)]));
        const named = shortHours([reportOf({ byHalfHour })]);
        const held = named.reduce((sum, range) => sum + range.givenUp, 0);
        const total = givenUp.reduce((sum, value) => sum + value, 0);
        expect(named.length).toBeLessThanOrEqual(4);
        // The fourth may stand for further ones that are left out.
        expect(named.length % 4 === 0 || held * 2 >= total).toBe(true);
      }),
    );
  });
});

describe('a change', () => {
  it('is none between equal shares, and mirrors when both are exchanged', () => {
    const portion = fc
      .integer({ min: 30, max: 5000 })
      .chain((over) => fc.record({ of: fc.nat(over), over: fc.constant(over) }));
    const opposite = { higher: 'lower', lower: 'higher', similar: 'similar' } as const;
    fc.assert(
      fc.property(portion, portion, (one, other) => {
        const change = changeOf(one, other);
        expect(change).toBeDefined();
        expect(changeOf(other, one)).toBe(opposite[change ?? 'similar']);
        expect(changeOf(one, one)).toBe('similar');
      }),
    );
  });

  it('is unknown where either is of fewer than thirty', () => {
    expect(changeOf({ of: 0, over: 29 }, { of: 500, over: 500 })).toBeUndefined();
    expect(changeOf({ of: 500, over: 500 }, { of: 0, over: 29 })).toBeUndefined();
  });
});

it('every sentence says something for any counts, with no figure that is not a number', () => {
  const anyCounts = fc.record(
    Object.fromEntries(countKeys.map((key) => [key, fc.oneof(fc.constant(0), fc.nat(3), fc.nat(100_000))])),
  );
  fc.assert(
    fc.property(anyCounts, fc.constantFrom('day' as const, 'week' as const), (counts, period) => {
      const report = reportWith(counts, { timeToHumanVoiceMedianSeconds: null });
      for (const director of [french, english]) {
        const sentences = [
          director.lived(livedIn(report, period, report)),
          director.promised(promisedIn(report)),
          ...adviceFor(report, period, [report]).map(director.advice),
        ];
        for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u);
        expect(sentences.join(' ')).not.toMatch(/NaN|undefined|null|Infinity|\[object/u);
      }
    }),
  );
});
