import type { Browser, Page } from 'playwright-core';
import { dayPage } from '../../domain/reporting/page/day-page.ts';
import { weekPage } from '../../domain/reporting/page/week-page.ts';
import { describeInChromium, startBrowser } from '../page/browser.ts';
import { overflowOf, violationsOf } from '../page/looks.ts';
import { aWeekBefore, huge, ordinary, terrible, weekFrom, withHiddenSurvey, withoutCalls } from './example-reports.ts';

const previous = { sameWeekday: aWeekBefore(), dayBefore: huge('2026-11-23') };
const week = weekFrom('2026-11-23', { peakCalls: 120, answered: (hour) => (hour < 12 ? 0.7 : 0.9), kept: 0.9 });
/** Names as long as they get, without a space to break at. */
const longNames = {
  ...huge(),
  name: 'Caisse d’assurance retraite et de la santé au travail d’Auvergne-Rhône-Alpes',
  byQueue: { 'une-file-dont-le-nom-est-vraiment-tres-tres-long': huge().metrics, b: huge().metrics },
  smsByTemplate: { 'un-texte-dont-le-nom-est-vraiment-tres-tres-long': 3 },
};
const pages: [name: string, text: string, most: number][] = [
  ['an ordinary day', dayPage(ordinary(), { language: 'fr', previous }), 8],
  ['a terrible day', dayPage(terrible(), { language: 'en' }), 8],
  ['a day without calls', dayPage(withoutCalls(), { language: 'fr' }), 1],
  ['a day with a hidden survey', dayPage(withHiddenSurvey(), { language: 'en', previous }), 8],
  ['a huge day with long names', dayPage(longNames, { language: 'fr', previous }), 8],
  ['a week', weekPage({ week: '2026-W48', ...week }, { language: 'en' }), 9],
];
/** Every part of a page, in every state; the slowest tests do with them. */
const varied = pages.filter(([name]) => !/terrible|huge/u.test(name));
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };

describeInChromium('the page of a report in a browser', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage({ viewport: wide });
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => problems.push(request.url()));
  });
  afterAll(async () => {
    await browser?.close();
  });
  const charts = (): Promise<string[]> =>
    page.evaluate(`[...document.querySelectorAll('figure svg')]
      .filter((svg) => svg.getBoundingClientRect().width > 0).map((svg) => svg.getAttribute('class'))`);

  const lettersOutside = (): Promise<string[]> =>
    page.evaluate(`[...document.querySelectorAll('figure svg')].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].filter((text) => {
        const box = text.getBoundingClientRect();
        return frame.width > 0 && (box.left < frame.left - 2 || box.right > frame.right + 2 ||
          box.top < frame.top - 2 || box.bottom > frame.bottom + 2);
      }).map((text) => svg.getAttribute('aria-labelledby') + ': ' + text.textContent);
    })`);

  it.each(varied)('has no fault that axe-core finds, on a screen and on a phone: %s', async (_, text) => {
    await page.setContent(text);
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      expect([viewport.width, await violationsOf(page)]).toEqual([viewport.width, []]);
    }
    expect(problems).toEqual([]);
  });

  it.each(pages)('is no wider than its window, and draws no letter outside its chart: %s', async (_, text) => {
    await page.setContent(text);
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      expect([viewport.width, await overflowOf(page)]).toEqual([viewport.width, 0]);
      expect([viewport.width, await lettersOutside()]).toEqual([viewport.width, []]);
    }
  });

  it.each(varied)('is printed on a sane number of A4 pages: %s', async (_, text, most) => {
    await page.setContent(text);
    const printed = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = [...printed.matchAll(/\/Type ?\/Page\b/gu)].length;
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(most);
    // A4, in points.
    for (const [, width, height] of printed.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/gu)) {
      expect(Math.round(Number(width))).toBe(595);
      expect(Math.round(Number(height))).toBe(842);
    }
  });

  it('shows each chart once: letters large enough on a phone, and the wide one on paper', async () => {
    await page.setContent(dayPage(ordinary(), { language: 'fr' }));
    await page.setViewportSize(narrow);
    expect(await charts()).toEqual(['narrow', 'narrow', 'narrow']);
    const smallest = (await page.evaluate(`Math.min(...[...document.querySelectorAll('svg.narrow text')]
      .map((text) => text.getBoundingClientRect().height))`)) as number;
    expect(smallest).toBeGreaterThan(11);
    await page.setViewportSize(wide);
    expect(await charts()).toEqual(['wide', 'wide', 'wide']);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(narrow);
    expect(await charts()).toEqual(['wide', 'wide', 'wide']);
    await page.emulateMedia({ media: 'screen' });
  });

  it('is read by its headings, in their order', async () => {
    await page.setContent(dayPage(terrible(), { language: 'fr' }));
    const levels = (await page.evaluate(
      `[...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName.slice(1)))`,
    )) as number[];
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(`document.querySelectorAll('table:not(:has(caption)), th:not([scope])').length`)).toBe(
      0,
    );
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
  });
});
