import { z } from 'zod';
import { resourceProperties, type PropertiesOf, type ReadType } from './resource-properties.ts';
import { TemplateResolver } from './resolve-template.ts';
import { identifierOf, isCustomResource } from './resource-types.ts';
import type { AssembledStack } from './template.ts';

/** The resources of a stack, by type, with their properties resolved. */
export class StackResources {
  readonly stack: AssembledStack;
  readonly #resolver: TemplateResolver;

  /** @throws Error naming every resource whose type is not played locally */
  constructor(stack: AssembledStack) {
    this.stack = stack;
    this.#resolver = new TemplateResolver(stack);
    const unknown = Object.entries(stack.template.Resources).filter(([, { Type }]) => !identifierOf(Type));
    if (unknown.length === 0) return;
    const names = unknown.map(([logicalId, { Type }]) => `${Type} (${logicalId})`);
    throw new Error(`${stack.stackName}: not played locally: ${names.join(', ')}`);
  }

  /** Logical ids of a type, without those whose condition does not hold. */
  ofType(type: string): string[] {
    return this.#where((each) => each === type);
  }

  /** Custom resources, each after those that it depends on. */
  custom(): string[] {
    const ordered: string[] = [];
    const waiting = new Set(this.#where(isCustomResource));
    while (waiting.size > 0) {
      const next = [...waiting].find((logicalId) => !this.#dependsOn(logicalId).some((other) => waiting.has(other)));
      if (next === undefined) throw new Error(`custom resources wait for each other: ${[...waiting].join(', ')}`);
      waiting.delete(next);
      ordered.push(next);
    }
    return ordered;
  }

  ref(logicalId: string): string {
    return this.#resolver.identity(logicalId).ref;
  }

  attribute(logicalId: string, name: string): string {
    const value = this.#resolver.identity(logicalId).attributes[name];
    if (value === undefined) throw new Error(`${logicalId} has no attribute ${name}`);
    return value;
  }

  /** @throws Error naming each property that is not what the local contact centre reads */
  read<Type extends ReadType>(type: Type, logicalId: string): PropertiesOf<Type> {
    const { data, error } = resourceProperties[type].safeParse(this.properties(logicalId));
    if (error) throw new Error(`${logicalId}, ${type}: not as it is read locally\n${z.prettifyError(error)}`);
    return data as PropertiesOf<Type>;
  }

  properties(logicalId: string): Record<string, unknown> {
    return this.#resolver.properties(logicalId);
  }

  #dependsOn(logicalId: string): string[] {
    return [this.stack.template.Resources[logicalId]?.DependsOn ?? []].flat();
  }

  #where(matches: (type: string) => boolean): string[] {
    const matching = Object.entries(this.stack.template.Resources).filter(([, { Type }]) => matches(Type));
    return matching.filter(([, { Condition }]) => !Condition || this.#resolver.condition(Condition)).map(([id]) => id);
  }
}
