import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe-core finds wrong with the page as it is shown now, one line each: WCAG 2.2 AA and axe's own good practices. */
export async function violationsOf(page: Page): Promise<string[]> {
  // The page's own policy lets nobody add a script to it; the debugger may.
  await page.evaluate(axe);
  const violations = (await page.evaluate('axe.run(document).then(({ violations }) => violations)')) as Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What has the focus: the card it is on, and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`(({ activeElement: element }) => {
    const card = element.closest('.card')?.ariaLabel ?? '';
    return card + ' / ' + (element.ariaLabel ?? element.textContent.trim());
  })(document)`);

/** Presses Tab, or Shift+Tab, until that has the focus. @throws Error where nobody gets there */
export async function tabTo(page: Page, wanted: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  while (seen.length < 150) {
    await page.keyboard.press(key);
    seen.push(await focused(page));
    if (seen.at(-1) === wanted) return;
  }
  throw new Error(`the keyboard does not reach ${wanted}, only ${seen.join(' | ')}`);
}
