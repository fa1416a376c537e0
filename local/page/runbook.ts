import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const path = join(import.meta.dirname, '..', '..', 'docs', 'runbook.md');

/** The runbook as a page of its own, as it is written, each section under the anchor that alarms name. */
export function runbookPage(): string {
  const [preamble = '', ...sections] = readFileSync(path, 'utf8').split(/^## /mu);
  const shown = sections.map((section) => {
    const [title = '', ...lines] = section.split('\n');
    const id = title.toLowerCase().replaceAll(' ', '-');
    return `<section id="${id}"><h2>${escaped(title)}</h2>${paragraphs(lines.join('\n'))}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Runbook</title>
<link rel="stylesheet" href="/page.css"><link rel="icon" href="/icon.svg"></head>
<body><main class="runbook"><h1>Runbook</h1>${paragraphs(preamble.replace(/^# .*$/mu, ''))}${shown.join('\n')}</main></body>
</html>
`;
}

function paragraphs(markdown: string): string {
  const parts = markdown.split(/\n{2,}/u).filter((part) => part.trim() !== '');
  return parts.map(block).join('\n');
}

/** A table, a command or a paragraph. */
function block(markdown: string): string {
  if (markdown.startsWith('|')) return table(markdown.trim().split('\n'));
  if (markdown.startsWith('```')) return `<pre tabindex="0">${escaped(markdown.replaceAll(/^```\w*\n?/gmu, ''))}</pre>`;
  return `<p>${inline(markdown)}</p>`;
}

/** The first line heads it, the second only draws a rule. */
function table([head = '', , ...rows]: string[]): string {
  const heading = cellsOf(head).map((cell) => `<th scope="col">${cell}</th>`);
  const body = rows.map(
    (row) =>
      `<tr>${cellsOf(row)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  );
  return `<table><thead><tr>${heading.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const cellsOf = (row: string): string[] =>
  row
    .replaceAll(/^\|\s*|\s*\|$/gu, '')
    .split(/\s*\|\s*/u)
    .map(inline);

const inline = (text: string): string =>
  escaped(text)
    .replaceAll(/\*\*([^*]+)\*\*/gu, '<strong>$1</strong>')
    .replaceAll(/`([^`]+)`/gu, '<code>$1</code>')
    .replaceAll(/\[([^\]]+)\]\((#[^)]+)\)/gu, '<a href="$2">$1</a>')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/gu, '$1');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
