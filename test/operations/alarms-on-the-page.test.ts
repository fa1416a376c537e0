import type { Browser } from 'playwright-core';
import { Journal } from '../../local/page/journal.ts';
import { runbookPage } from '../../local/page/runbook.ts';
import { type PageServer, servePage } from '../../local/page/server.ts';
import { wall } from '../../local/page/wall.ts';
import { describeInChromium, startBrowser } from '../page/browser.ts';
import { overflowOf, violationsOf } from '../page/looks.ts';
import { WatchedLine } from './watched-line.ts';

let watched: WatchedLine;
beforeAll(async () => {
  watched = await WatchedLine.at();
  watched.line.staff('none');
  watched.rings('+33612345601', '1 0');
  await watched.pass(8);
});
afterAll(() => watched.stop());

const ids = (html: string): string[] => [...html.matchAll(/ id="([\w-]+)"/gu)].map(([, id]) => id ?? '');

describe('the wall of the page', () => {
  it('shows which alarms are raised, since when, what callers suffer and where the runbook tells of it', () => {
    const journal = new Journal(watched.line, { changed: () => undefined, rang: () => undefined, now: () => '' });
    const { alarms } = wall(journal, '2026-11-24');
    expect(alarms.map(({ name }) => name)).toEqual(['LineDown', 'QueueUnstaffed-allocations']);
    expect(alarms[1]).toMatchObject({
      since: expect.stringMatching(/^2026-11-24T10:(09|1\d):00\.000\+01:00$/u),
      suffers: expect.stringContaining('nobody is logged in (allocations).'),
      runbook: 'queueunstaffed',
    });
    expect(ids(runbookPage())).toEqual(expect.arrayContaining(alarms.map(({ runbook }) => runbook)));
  });
});

describeInChromium('the alarms in a browser', () => {
  let server: PageServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await servePage(watched.laptop, 0);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
  });

  it.each([1280, 320])('lead to their sections, and are accessible at %i pixels', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'fr-FR' });
    await page.goto(`http://127.0.0.1:${server.port}/`);
    const alarm = page.getByRole('link', { name: 'LineDown' });
    await alarm.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const [opened] = await Promise.all([page.waitForEvent('popup'), alarm.click()]);
    await opened.setViewportSize({ width, height: 900 });
    await opened.waitForLoadState();
    expect(new URL(opened.url()).hash).toBe('#linedown');
    expect(await opened.getByRole('heading', { name: 'LineDown' }).isVisible()).toBe(true);
    expect(await violationsOf(opened)).toEqual([]);
    expect(await overflowOf(opened)).toBe(0);
    await page.close();
  });
});
