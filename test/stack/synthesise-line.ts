import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Administration } from '../../domain/administration/administration.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { AdministrationStack } from '../../lib/administration-stack.ts';

const root = join(import.meta.dirname, '..', '..');
const { context }: { context: Record<string, unknown> } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));

/** One empty bundle stands for all: what is in them is tested elsewhere. */
const emptyBundle = join(root, '.rappel', 'empty-bundle');
mkdirSync(emptyBundle, { recursive: true });
writeFileSync(join(emptyBundle, 'index.mjs'), 'export const handler = () => undefined;\n');

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}
export type Resources = Record<string, Resource>;

/** The administration of that file, with some of its values replaced. */
export function administration(id: string, replaced: Partial<Administration> = {}): Administration {
  const path = `administrations/${id}.yaml`;
  const { administrations, faults } = readAdministrations([{ path, text: readFileSync(join(root, path), 'utf8') }]);
  const [read] = administrations;
  if (read === undefined) throw new Error(JSON.stringify(faults));
  return { ...read, ...replaced };
}

export const aNumber = {
  arn: 'arn:aws:connect:eu-central-1:111111111111:phone-number/0f9d3c1e-0000-4000-8000-000000000001',
  displayed: '+33970000001',
  takeOver: true,
};

export function synthesiseLine(line: Administration): Template {
  const app = new App({ context, treeMetadata: false });
  const stack = new AdministrationStack(app, { administration: line, ownNumbers: [], bundles: () => emptyBundle });
  return Template.fromStack(stack);
}

export const resourcesOf = (template: Template): Resources => template.toJSON()['Resources'];

export function ofType(resources: Resources, type: string): [string, Resource][] {
  return Object.entries(resources).filter(([, resource]) => resource.Type === type);
}

/** A property of a resource; a test names the shape that it expects there. */
export const property = ({ Properties }: Resource, name: string) => JSON.parse(JSON.stringify(Properties[name]));

/** Logical ids that a resource waits for: those it names in DependsOn, Ref, Fn::GetAtt or Fn::Sub. */
export function waitsFor(resource: Resource): Set<string> {
  const named = new Set([resource.DependsOn ?? []].flat());
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Ref') named.add(String(inner));
      else if (key === 'Fn::GetAtt') named.add(String([inner].flat()[0]).split('.')[0] ?? '');
      else visit(inner);
    }
  };
  visit(resource.Properties);
  return named;
}

/** In an order that CloudFormation could create them in. Throws where there is none. */
export function creationOrder(resources: Resources): string[] {
  const order: string[] = [];
  const remaining = new Map(
    Object.entries(resources).map(([id, resource]) => [
      id,
      [...waitsFor(resource)].filter((other) => other in resources),
    ]),
  );
  while (remaining.size > 0) {
    const ready = [...remaining].filter(([, others]) => others.every((other) => order.includes(other)));
    if (ready.length === 0) throw new Error(`these wait for one another: ${[...remaining.keys()].join(', ')}`);
    for (const [id] of ready) {
      order.push(id);
      remaining.delete(id);
    }
  }
  return order;
}
