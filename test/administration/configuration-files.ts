import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { formatFault } from '../../domain/administration/faults.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import type { SourceFile } from '../../domain/administration/yaml-source.ts';

const shipped = (id: string): SourceFile => {
  const path = `administrations/${id}.yaml`;
  return { path, text: readFileSync(path, 'utf8') };
};

export const cafFile = shipped('caf');
export const assuranceMaladieFile = shipped('assurance-maladie');

export const alloServicePublicFile = shipped('allo-service-public');

/** The files that the repository ships, in the order in which they are read. */
export const shippedFiles: readonly SourceFile[] = [alloServicePublicFile, assuranceMaladieFile, cafFile];

/** The text with the values at some paths replaced; undefined takes the key away. */
export function withValues(text: string, values: readonly [path: (string | number)[], value: unknown][]): string {
  const document = parseDocument(text);
  for (const [path, value] of values) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value, { aliasDuplicateObjects: false }));
  }
  return document.toString({ lineWidth: 0 });
}

export const faultLines = (files: readonly SourceFile[]): string[] =>
  readAdministrations(files).faults.map(formatFault);

/** Fault lines of the CAF's file with some values replaced, without their position. */
export const faultsWith = (...values: Parameters<typeof withValues>[1]): string[] =>
  faultLines([{ path: 'caf.yaml', text: withValues(cafFile.text, values) }]).map((line) =>
    line.replace(/^caf\.yaml:\d+:\d+:? /, ''),
  );
