import type { Administration } from './administration.ts';
import { crossFaults } from './cross-checks.ts';
import { inReadingOrder, type Fault } from './faults.ts';
import { sharedValues } from './files-cross-checks.ts';
import { lineRules, lineRulesFault, ownNumbersOf } from './line-rules.ts';
import { smsTextsFault } from '../sms/information-fault.ts';
import { smsTexts } from '../sms/information.ts';
import { schemaFaults, valueAt } from './schema-faults.ts';
import { administrationSchema } from './schema.ts';
import { soundParts, type SoundParts } from './sound-parts.ts';
import { transferLoops } from './transfer-loops.ts';
import { readYaml, type SourceFile, type YamlSource } from './yaml-source.ts';

interface ReadFile {
  path: string;
  source: YamlSource;
  faults: Fault[];
  parts: SoundParts;
}

function readFile(file: SourceFile): ReadFile {
  const source = readYaml(file);
  if (source.syntaxFault) return { path: file.path, source, faults: [source.syntaxFault], parts: {} };
  const { data, structureFaults } = source;
  const unusable = structureFaults.filter(({ at }) => at === 'value');
  const reported = new Set(unusable.map(({ path }) => JSON.stringify(path)));
  const ofSchema =
    data === undefined ? [] : schemaFaults(data).filter(({ path }) => !reported.has(JSON.stringify(path)));
  const parts = soundParts(data, [...unusable, ...ofSchema]);
  const faults = [...structureFaults, ...ofSchema, ...crossFaults(parts)].map((fault) =>
    source.locate(fault, valueAt(data, fault.path)),
  );
  return { path: file.path, source, faults, parts };
}

/** What no single file shows. */
function filesFaults(files: readonly ReadFile[]): Fault[] {
  return [...sharedValues(files), ...transferLoops(files)].flatMap(({ file, path, message }) => {
    const source = files[file]?.source;
    return source ? [source.locate({ path, at: 'value', message }, valueAt(source.data, path))] : [];
  });
}

/**
 * Checks all files together: YAML syntax, schema, what the values of a file say of each other, and what files may not
 * share. Every fault of every file is returned, in reading order; a file that has one gives no administration.
 */
export function readAdministrations(files: readonly SourceFile[]): {
  administrations: Administration[];
  faults: Fault[];
} {
  const read = files.map(readFile);
  const faults = [...read.flatMap((file) => file.faults), ...filesFaults(read)];
  const faulty = new Set(faults.map(({ file }) => file));
  const sound = read.filter(({ path }) => !faulty.has(path));
  const administrations = sound.map(({ source }) => administrationSchema.parse(source.data));
  const ownNumbers = ownNumbersOf(administrations);
  const tooLong = administrations.flatMap((administration, index) => {
    const message = lineRulesFault(lineRules(administration, ownNumbers)) ?? smsTextsFault(smsTexts(administration));
    const source = sound[index]?.source;
    return message !== undefined && source ? [source.locate({ path: [], at: 'value', message }, undefined)] : [];
  });
  return {
    administrations: administrations.filter((_, index) => !tooLong.some(({ file }) => file === sound[index]?.path)),
    faults: inReadingOrder(
      [...faults, ...tooLong],
      files.map(({ path }) => path),
    ),
  };
}
