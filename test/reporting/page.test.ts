import { builtLanguages } from '../../domain/administration/language.ts';
import { countKeys, otherKeys, ratioKeys, type Metrics, type Report } from '../../domain/reporting/report-contract.ts';
import { unitOf } from '../../domain/reporting/metric-units.ts';
import { dayPage } from '../../domain/reporting/page/day-page.ts';
import { markup } from '../../domain/reporting/page/markup.ts';
import { weekPage } from '../../domain/reporting/page/week-page.ts';
import { reportPhrases } from '../../domain/reporting/phrases.ts';
import { ordinary, reportOf, terrible, weekFrom, withHiddenSurvey, withoutCalls } from './example-reports.ts';

const keys = [...countKeys, ...ratioKeys, ...otherKeys];
const week = (monday = '2026-11-23') => weekFrom(monday, { peakCalls: 120, answered: () => 0.9, kept: 0.95 });
const inFrench = (report: Report): string => dayPage(report, { language: 'fr' });
const inEnglish = (report: Report): string => dayPage(report, { language: 'en' });
const ordinaryFrench = inFrench(ordinary());
const ordinaryEnglish = inEnglish(ordinary());
const weekFrench = weekPage({ week: '2026-W48', ...week() }, { language: 'fr' });
/** What is read, without tags, style and drawings. */
const textOf = (page: string): string =>
  page
    .replaceAll(/<(style|svg)\b.*?<\/\1>/gsu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/gu, ' ')
    .replaceAll('&#39;', "'");
const withMetrics = (report: Report, metrics: Partial<Metrics>): Report => ({
  ...report,
  metrics: { ...report.metrics, ...metrics },
});
/** The row of a table of measures, from its title on. */
const rowOf = (page: string, title: string): string =>
  textOf(new RegExp(`<tr><th scope="row">${title} .*?</tr>`, 'su').exec(page)?.[0] ?? '');

describe('the words of every figure', () => {
  it.each(builtLanguages)('are a title and a meaning in %s, no two titles the same', (language) => {
    const { titles, meanings } = reportPhrases(language);
    expect(Object.keys(titles).toSorted()).toEqual(keys.toSorted());
    for (const key of keys) {
      expect(titles[key]).toMatch(/^[\p{Lu}].{2,}[^.]$/u);
      expect(meanings[key]).toMatch(/^[\p{Lu}].{8,}\.$/su);
    }
    expect(new Set(keys.map((key) => titles[key])).size).toBe(keys.length);
  });

  it('name the unit that the key has', () => {
    const named = (pattern: RegExp) => keys.filter((key) => pattern.test(key));
    for (const key of named(/Seconds$/u)) expect([key, unitOf(key)]).toEqual([key, 'seconds']);
    for (const key of named(/Rate(Raw|WithCallbacks)?$/u)) expect([key, unitOf(key)]).toEqual([key, 'share']);
    expect(keys.filter((key) => unitOf(key) === 'dollars')).toEqual(['smsUsd']);
  });

  it('have French spaces: none that ends a line before a sign', () => {
    const { titles, meanings, page } = reportPhrases('fr');
    const texts = [
      ...Object.values(titles),
      ...Object.values(meanings),
      page.missing(['2026-11-24']),
      page.connectMeaning,
    ];
    for (const text of texts) expect(text).not.toMatch(/ [:;!?»%]|« | '|'/u);
    expect(page.missing(['2026-11-24'])).toContain('incomplet\u00a0:');
  });
});

describe('the page of a day', () => {
  it('begins with three sentences', () => {
    const beginning = /<main>\s*<section class="essential">.*?<ol>(.*?)<\/ol>/su.exec(ordinaryFrench)?.[1] ?? '';
    expect(beginning.match(/<li>/gu)).toHaveLength(3);
    expect(textOf(beginning)).toMatch(
      /^ Vécu Les agents ont décroché 77,6 % .*\. Promis Sur 110 .*\. À faire 69 des 100 .*\. $/u,
    );
  });

  it.each(builtLanguages)('is the same text, byte by byte, however many were drawn before: %s', (language) => {
    const first = dayPage(ordinary(), { language, previous: { dayBefore: terrible('2026-11-23') } });
    weekPage({ week: '2026-W48', ...week() }, { language });
    expect(dayPage(ordinary(), { language, previous: { dayBefore: terrible('2026-11-23') } })).toBe(first);
    expect(dayPage(terrible(), { language })).not.toBe(first);
  });

  it('does not depend on the order in which keys of a report come', () => {
    const reversed = <Value>(value: Value): Value =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, reversed(inner)]),
          ) as Value)
        : value;
    expect(inFrench(reversed(ordinary()))).toBe(ordinaryFrench);
  });

  it('needs nothing from anywhere: no script, no address, no font', () => {
    for (const page of [ordinaryFrench, weekFrench]) {
      expect(page).not.toMatch(/<script|<link|<img|@import|url\((?!#)|\bon[a-z]+="|src=/u);
      expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:/u);
      expect(page).toContain('default-src &#39;none&#39;');
    }
  });

  it('uses every id once, and leads only to what is there', () => {
    for (const page of [ordinaryFrench, weekFrench]) {
      const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const used = [...page.matchAll(/(?:href="#|url\(#|aria-labelledby=")([^")]+)/gu)].flatMap(([, id]) =>
        id?.split(' '),
      );
      expect(used.length).toBeGreaterThan(20);
      for (const id of used) expect(ids).toContain(id);
    }
  });

  it('escapes what comes from outside', () => {
    const evil = `<img src=x onerror="alert('1')">&amp;`;
    const report = {
      ...ordinary(),
      name: evil,
      timeZone: evil,
      numbers: { [evil]: { received: 1, emitted: 1 } },
      byQueue: { [evil]: ordinary().metrics, __proto__: ordinary().metrics, logement: ordinary().metrics },
      offerReasons: { [evil]: 3, constructor: 4 },
      callbackRefusals: { [evil]: 3 },
      reachedAtAttempt: { [evil]: 3 },
      smsByTemplate: { [evil]: 3 },
    };
    const page = inFrench(report);
    expect(page).not.toContain('<img');
    expect(
      page.split('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;').length - 1,
    ).toBeGreaterThanOrEqual(8);
    expect(rowOf(page, 'constructor')).toBe('');
    expect(page).toContain('<th scope="row">constructor</th><td>4</td>');
  });

  it('has Connect’s own measure after all others, and says what it is', () => {
    const text = textOf(ordinaryEnglish);
    const headings = [...ordinaryEnglish.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, heading]) => heading);
    expect(headings.at(-2)).toBe('Amazon Connect’s own measure, to compare');
    expect(headings.at(-1)).toBe('Annex: the figures of the charts');
    expect(text).toContain('Connect counts a caller who left or took a callback as served');
    expect(text.match(/Service level of Amazon Connect \(20 s\)/gu)).toHaveLength(1);
  });

  it('has the figures of the same weekday and of the day before beside its own', () => {
    const weekBefore = withMetrics(ordinary('2026-11-17'), { answerRate: 0.9123, failed: 17 });
    const dayBefore = withMetrics(ordinary('2026-11-23'), { answerRate: 0.7012, failed: 23 });
    const page = dayPage(ordinary(), { language: 'en', previous: { weekBefore, dayBefore } });
    expect(textOf(page)).toContain('77.6% 979 of 1,262 Tue 17: 91.2% Mon 23: 70.1%');
    expect(rowOf(page, 'Calls cut off by a fault')).toMatch(/none should be\. 0 17 23 $/u);
  });

  it('compares with no day that was not compiled', () => {
    const dayBefore = { ...withoutCalls('2026-11-23'), missingDays: ['2026-11-23'] };
    expect(dayPage(ordinary(), { language: 'en', previous: { dayBefore } })).toBe(ordinaryEnglish);
  });
});

describe('what is not known', () => {
  it('is never a zero: a share of nothing is no case', () => {
    const report = withMetrics(ordinary(), { balkingRate: null, timeToHumanVoiceSeconds: null, persons: null });
    const page = inEnglish(report);
    expect(rowOf(page, 'Balking rate')).toMatch(/ no case $/u);
    expect(rowOf(page, 'Mean time to a human voice')).toMatch(/ no case $/u);
    expect(rowOf(page, 'Distinct persons')).toMatch(/ not counted $/u);
    expect(rowOf(page, 'Persons reached within two days')).toMatch(/ not known yet $/u);
  });

  it('is a score of fewer than thirty answers, even where the report has one', () => {
    const report = withMetrics(withHiddenSurvey(), {
      satisfactionRate: 0.95,
      satisfactionLow: 0.8,
      satisfactionHigh: 1,
    });
    const text = textOf(inFrench(report));
    expect(text.match(/masqué : 17 réponses, il en faut 30/gu)).toHaveLength(2);
    expect(text).toContain('masqué : 15 réponses, il en faut 30');
    expect(text).not.toMatch(/95 %|sur 5 (?!, sur)/u);
    expect(rowOf(inFrench(report), 'Questionnaires remplis')).toMatch(/ 17 $/u);
  });

  it('has its interval beside it where it may be shown', () => {
    const report = withMetrics(ordinary(), {
      satisfactionRate: 0.761,
      satisfactionLow: 0.722,
      satisfactionHigh: 0.797,
    });
    expect(textOf(inFrench(report))).toContain('76,1 % 305 sur 401 Entre 72,2 % et 79,7 %, à 95 %.');
  });

  it('is all of a day without calls: no chart, no table of zeros, no share', () => {
    const page = inFrench(withoutCalls());
    expect(page).not.toMatch(/<svg|<table|class="tiles"/u);
    expect(textOf(page)).toContain('Personne n’a appelé ce jour-là.');
    expect(textOf(page).match(/Rien à compter\./gu)).toHaveLength(5);
    expect(textOf(page)).not.toMatch(/\d %/u);
  });

  it('is all of a day that was never compiled: nothing but that', () => {
    const page = inFrench({ ...reportOf(), missingDays: ['2026-11-24'] });
    expect(page.match(/<h2>/gu)).toHaveLength(1);
    expect(textOf(page)).toContain('Ce rapport est incomplet : les appels du mardi 24 novembre n’ont pas été relevés.');
    expect(textOf(page)).toContain('Faites relever les appels du mardi 24 novembre avant de conclure.');
  });

  it('is said above a week of which a day is missing, or whose persons cannot be counted across', () => {
    const { days, whole } = week();
    const partial = { ...whole, missingDays: ['2026-11-25'], personVersions: ['2026', '2027'] };
    const text = textOf(weekPage({ week: '2026-W48', days, whole: partial }, { language: 'en' }));
    expect(text).toMatch(/In short This report is incomplete: the calls of Wednesday 25 November were not compiled\./u);
    expect(text).toContain('persons cannot be counted across it');
    expect(text).toContain('To do Have the calls of Wednesday 25 November compiled before you conclude.');
  });
});

describe('the page of a week', () => {
  it('names the week, its days, and the answer rate of each', () => {
    const text = textOf(weekFrench);
    expect(text).toContain('Rapport de la semaine 48 de 2026 Du lundi 23 novembre au dimanche 29 novembre 2026');
    expect(text).toMatch(/lun\. 23 1 010 865 85,6 %.* sam\. 28 0 0 aucun cas dim\. 29 0 0 aucun cas/u);
  });

  it('has the week before beside it', () => {
    const weekBefore = withMetrics(week('2026-11-16').whole, { answerRate: 0.8123 });
    const page = weekPage({ week: '2026-W48', ...week() }, { language: 'en', previous: { weekBefore } });
    expect(textOf(page)).toContain('the week before: 81.2%');
  });

  it('refuses what is no week', () => {
    expect(() => weekPage({ week: '2026-48', ...week() }, { language: 'fr' })).toThrow('not a week: 2026-48');
  });
});

const drawings = (page: string): string[] => page.match(/<svg.*?<\/svg>/gsu) ?? [];

describe('charts', () => {
  it('are images with a title and what they show, wide and narrow', () => {
    const page = ordinaryFrench;
    expect(drawings(page)).toHaveLength(6);
    for (const drawing of drawings(page)) {
      expect(drawing).toMatch(/^<svg class="(wide|narrow)" viewBox="0 0 \d+ \d+" role="img" aria-labelledby=/u);
      expect(drawing).toMatch(/<title [^>]*>.{10,}<\/title><desc [^>]*>.{20,}<\/desc>/u);
      expect(drawing).not.toMatch(/<style|class="zr|ecmeta|NaN|undefined/u);
    }
    expect(page).toContain('La plus chargée commence à 10\u00a0h\u00a030, avec 152 appels.');
  });

  it('tell segments apart by patterns, not by colours alone', () => {
    const outcomes = drawings(ordinaryEnglish)[0] ?? '';
    const colours = new Set([...outcomes.matchAll(/fill="(#[0-9a-f]{6})"/gu)].map(([, colour]) => colour));
    expect(outcomes.match(/<pattern /gu)).toHaveLength(4);
    expect(colours.size).toBeGreaterThan(5);
  });

  it('have every call once: the table below has the sum of each half hour', () => {
    const rows = [...ordinaryEnglish.matchAll(/<tr><th scope="row">\d\d:\d\d<\/th>(.*?)<\/tr>/gu)];
    expect(rows).toHaveLength(23);
    for (const [, cells] of rows) {
      const [calls, ...segments] = [...(cells ?? '').matchAll(/<td>(\d+)<\/td>/gu)].map(([, count]) => Number(count));
      expect(segments.reduce((sum, count) => sum + count, 0)).toBe(calls);
    }
  });
});

it('markup escapes every value that is not markup itself, in lists as alone', () => {
  const link = markup`<a href="${'"><b>'}">${['<', markup`<i>`]}${undefined}${0}</a>`;
  expect(link.text).toBe('<a href="&quot;&gt;&lt;b&gt;">&lt;<i>0</a>');
});
