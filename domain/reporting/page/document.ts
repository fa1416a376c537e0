import { isMissing } from '../director/lived.ts';
import { annex } from './charts.ts';
import { connectSection, numberSection, smsSection, surveySection } from './further-sections.ts';
import { livedSection, queueSection } from './lived-section.ts';
import { type Markup, markup, trusted } from './markup.ts';
import { promiseSection } from './promise-section.ts';
import { pageStyle } from './style.ts';
import type { Telling } from './telling.ts';

/** Nothing is loaded and nothing runs: a report that is opened from a disk or a message is only read. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** All that follows the three sentences. */
const sections = (telling: Telling): Markup => markup`${livedSection(telling)}${queueSection(telling)}
${promiseSection(telling)}${surveySection(telling)}${smsSection(telling)}${numberSection(telling)}
${connectSection(telling)}${annex(telling)}`;

/** The whole page. Of days that were never compiled there is no figure to show. */
export function documentOf(telling: Telling, title: string, range: string | undefined, essentials: Markup): string {
  const { language, report, words } = telling;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${report.name} – ${title}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<header><p>${report.name}</p><h1>${title}</h1>${range === undefined ? undefined : markup`<p>${range}</p>`}</header>
<main>
${essentials}${isMissing(report) ? undefined : sections(telling)}</main>
<footer><p>${words.page.footer(report.timeZone)}</p></footer>
</body>
</html>
`.text;
}
