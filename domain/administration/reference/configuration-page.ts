import { annotatedSchema } from '../json-schema.ts';
import { frequentFaults, type FrequentFault } from './frequent-faults.ts';
import { keyReferences, type KeyReference } from './key-reference.ts';
import { smallestFile } from './smallest-file.ts';
import { writtenYaml } from './written-yaml.ts';

const introduction = `# Configuration

One YAML file of \`administrations/\` is one line: one stack, one Amazon Connect instance. This page tells every key: what it is,
what is allowed, what holds where it is left out, and its effect on a caller, an agent or the cloud team. It is written by
\`npm run schema\` from the rules by which files are checked, as are the texts that an editor shows
(\`administrations/administration.schema.json\`). The words are those of the [glossary](glossary.md).

\`npm run new -- <id>\` writes a file to fill in; \`administrations/caf.yaml\` is a whole one.
`;

const onFaults = `Synthesis (\`npx cdk synth\`, also before \`diff\` and \`deploy\`), \`npm start\` and \`npm run call\` read all files first. Every fault of
every file is told at once on stderr, one line each: file, line and column, path, value, then what is allowed. Nothing else is done,
and the exit status is not 0. Here is the smallest file with one thing written otherwise:
`;

const onNames = `In a path, \`<queue>\`, \`<range>\` and \`<text>\` stand for a name of yours, and \`[]\` for any item of a list. Every duration has its
unit in its name. What is not built yet is refused by name.
`;

/** `docs/configuration.md`, as the text of its file. */
export function configurationPage(): string {
  const keys = keyReferences(annotatedSchema());
  const parts = [
    introduction,
    `## The smallest file\n\n${fenced(smallestFile, 'yaml')}`,
    `## Faults\n\n${onFaults}`,
    ...frequentFaults().map(toldFault),
    `## The keys\n\n${table(keys.filter(isTopLevel))}\n${onNames}`,
    ...keys.map(keySection),
  ];
  return parts.join('\n');
}

const isTopLevel = ({ path }: KeyReference): boolean => !/[.[]/u.test(path);

const code = (text: string): string => `\`${text}\``;
const fenced = (text: string, language = ''): string => `\`\`\`${language}\n${text}\`\`\`\n`;

const toldFault = ({ written, told }: FrequentFault): string => `${code(written)}\n\n${fenced(`${told.join('\n')}\n`)}`;

function table(keys: readonly KeyReference[]): string {
  const rows = keys.map((key) => {
    return `| [${code(key.path)}](#${key.path.toLowerCase()}) | ${key.description} | ${leftOut(key)} |`;
  });
  return ['| key | what it is | left out |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function leftOut({ isRequired, default: otherwise }: KeyReference): string {
  if (isRequired) return 'refused';
  const isEmptyMap = JSON.stringify(otherwise) === '{}';
  return otherwise === undefined || isEmptyMap ? 'allowed' : code(writtenYaml(otherwise).trimEnd());
}

function keySection(key: KeyReference): string {
  const { path, alike, description, effect, allowed } = key;
  const facts = [
    `- allowed: ${allowed}`,
    `- left out: ${leftOut(key)}`,
    ...(alike.length > 0 ? [`- also: ${alike.map(code).join(', ')}`] : []),
  ];
  const heading = `${isTopLevel(key) ? '##' : '###'} ${code(path)}`;
  return `${heading}\n\n${description}\n\n**Effect.** ${effect}\n\n${facts.join('\n')}\n${examplesOf(key)}`;
}

/** In the list where each fits on one line, else as they stand in a file. */
function examplesOf({ key, examples }: KeyReference): string {
  const written = examples.map((example) => writtenYaml({ [key]: example }));
  const lines = written.map((yaml) => yaml.trimEnd());
  if (lines.every((line) => !line.includes('\n'))) return `- example: ${lines.map(code).join(' or ')}\n`;
  return `\n${written.map((yaml) => fenced(yaml, 'yaml')).join('\n')}`;
}
