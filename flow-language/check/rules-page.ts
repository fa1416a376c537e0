import { rules } from './catalogue.ts';

const heading = { error: 'Errors: Connect does not publish the flow', advice: 'Advice: what would surprise a caller' };

/** `docs/flow-rules.md`: every rule, why it is there and how to mend what it finds. */
export function rulesPage(): string {
  const sections = (['error', 'advice'] as const).map((severity) => {
    const rows = rules
      .filter((rule) => rule.severity === severity)
      .map(({ id, why, mend }) => `| \`${id}\` | ${why} | ${mend} |`);
    return `## ${heading[severity]}\n\n| rule | why | how to mend it |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# The rules of \`npm run flow -- check\`

Written by \`npm run schema\` from the rules themselves. Advice is given on flows without errors only: before that, their paths mean nothing.
The flows of this product pass both, at every synthesis.

${sections.join('\n')}`;
}
