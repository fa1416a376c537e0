import type { Administration } from './administration.ts';
import { crossFaults, type SoundParts } from './cross-checks.ts';
import { inReadingOrder, type Fault } from './faults.ts';
import { sharedValues } from './files-cross-checks.ts';
import { lineRules, lineRulesFault, ownNumbersOf } from './line-rules.ts';
import { schemaFaults, valueAt, type DataFault } from './schema-faults.ts';
import { administrationSchema } from './schema.ts';
import { readYaml, type SourceFile, type YamlSource } from './yaml-source.ts';

interface ReadFile {
  path: string;
  source: YamlSource;
  faults: Fault[];
  parts: SoundParts;
}

/** The data with undefined wherever a value is faulty; its key stays, since others may refer to it. */
function withoutFaulty(data: unknown, faults: readonly DataFault[]): SoundParts {
  const sound: unknown = structuredClone(data);
  for (const { path } of faults) {
    const step = path.at(-1);
    const holder = valueAt(sound, path.slice(0, -1));
    if (step === undefined || typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) continue;
    Object.defineProperty(holder, step, { value: undefined });
  }
  return typeof sound === 'object' && sound !== null ? sound : {};
}

function readFile(file: SourceFile): ReadFile {
  const source = readYaml(file);
  if (source.syntaxFault) return { path: file.path, source, faults: [source.syntaxFault], parts: {} };
  const { data, structureFaults } = source;
  const unusable = structureFaults.filter(({ at }) => at === 'value');
  const reported = new Set(unusable.map(({ path }) => JSON.stringify(path)));
  const ofSchema =
    data === undefined ? [] : schemaFaults(data).filter(({ path }) => !reported.has(JSON.stringify(path)));
  const parts = withoutFaulty(data, [...unusable, ...ofSchema]);
  const faults = [...structureFaults, ...ofSchema, ...crossFaults(parts)].map((fault) =>
    source.locate(fault, valueAt(data, fault.path)),
  );
  return { path: file.path, source, faults, parts };
}

function sharedFaults(files: readonly ReadFile[]): Fault[] {
  return sharedValues(files).flatMap(({ later, path, message }) => {
    const source = files[later]?.source;
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
  const faults = [...read.flatMap((file) => file.faults), ...sharedFaults(read)];
  const faulty = new Set(faults.map(({ file }) => file));
  const sound = read.filter(({ path }) => !faulty.has(path));
  const administrations = sound.map(({ source }) => administrationSchema.parse(source.data));
  const ownNumbers = ownNumbersOf(administrations);
  const tooLong = administrations.flatMap((administration, index) => {
    const message = lineRulesFault(lineRules(administration, ownNumbers));
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
