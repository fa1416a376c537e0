import { type FlowType, isObject, type JsonObject, scalar } from './flow-document.ts';
import { flowTypeNamed, inferFlowType } from './flow-type-of.ts';
import { FlowRefused, parseObject, readActions } from './read-flow.ts';
import { templateText } from './template-text.ts';

/** A flow as it was found: what is around the document is read and taken off, the document is left as it is. */
export interface ReadFlow {
  /** Of what is around the document, else of its metadata, else of the file. */
  name: string;
  /** What else it is known by, where the file says: an id, an ARN, a logical id of a template. */
  otherNames: string[];
  type: FlowType;
  /** `given` by whoever asks; `metadata` of the document; `wrapper`, what is around it; `inferred` from its actions; `default`. */
  typeFrom: 'given' | 'metadata' | 'wrapper' | 'inferred' | 'default';
  /** The flow language document, as JSON text. */
  content: string;
}

interface Surroundings {
  name: string;
  isNamed: boolean;
  otherNames: string[];
  type: FlowType | undefined;
  givenType: FlowType | undefined;
}

const flowResources: Record<string, FlowType | undefined> = {
  'AWS::Connect::ContactFlow': undefined,
  'AWS::Connect::ContactFlowModule': 'MODULE',
};

/**
 * Reads the flows of a file as exported: a document of the console, `Content` of whatever depth, an answer of the API, a resource or a
 * template of CloudFormation. `name` is what the flow is called where the file does not say; `type` goes before what the file says.
 * Throws FlowRefused, with every reason.
 */
export function readExport(text: string, { name, type }: { name: string; type?: FlowType | undefined }): ReadFlow[] {
  const around = { name, isNamed: false, otherNames: [], type: undefined, givenType: type };
  return withName(name, () => unwrap(parseObject(text), text, around));
}

function unwrap(value: JsonObject, text: string | undefined, around: Surroundings): ReadFlow[] {
  if (Array.isArray(value.modules)) return refuse(legacyReason);
  if (isDocument(value)) return [readFlow(value, text, around)];
  if (isObject(value.Resources)) return template(value.Resources, around.givenType);
  const { ContactFlow: flow, ContactFlowModule: module } = value;
  if (isObject(flow)) return unwrap(flow, undefined, around);
  if (isObject(module)) return unwrap(module, undefined, { ...around, type: 'MODULE' });
  const resourceType = scalar(value.Type) ?? '';
  if (isObject(value.Properties) && Object.hasOwn(flowResources, resourceType)) {
    return unwrap(value.Properties, undefined, { ...around, type: flowResources[resourceType] });
  }
  return unwrapContent(value, around);
}

const legacyReason =
  'it is in the former format of the console ("modules", version 1), which neither the API nor CloudFormation accepts: import it into the ' +
  'flow designer, save it and export it again';

function isDocument(value: JsonObject): boolean {
  return Array.isArray(value.Actions) || 'StartAction' in value;
}

function unwrapContent(value: JsonObject, around: Surroundings): ReadFlow[] {
  const content = field(value, 'Content');
  if (content === undefined) {
    return refuse(
      'it is no flow: it has neither Actions nor Content, and is no answer of the API or template with one',
    );
  }
  const inside = { ...around, ...toldBy(value, around) };
  const text = templateText(content);
  if (text !== undefined) return unwrap(parseObject(text), text, inside);
  return isObject(content) ? unwrap(content, undefined, inside) : refuse('its Content is neither text nor an object');
}

/** What is told around a document of it. */
function toldBy(value: JsonObject, around: Surroundings): Partial<Surroundings> {
  const name = templateText(field(value, 'Name'));
  const word = templateText(field(value, 'Type'));
  const type = word === undefined ? around.type : flowTypeNamed(word);
  if (word !== undefined && type === undefined && around.givenType === undefined) {
    refuse(`its type ${word} is not one of those that are known here`);
  }
  const ids = [field(value, 'Id'), field(value, 'Arn')].map(templateText).filter((id) => id !== undefined);
  return { ...(name && { name, isNamed: true }), type, otherNames: [...around.otherNames, ...ids] };
}

function template(resources: JsonObject, givenType: FlowType | undefined): ReadFlow[] {
  const flows = Object.entries(resources).filter(
    (entry): entry is [string, JsonObject] =>
      isObject(entry[1]) && Object.hasOwn(flowResources, scalar(entry[1].Type) ?? ''),
  );
  if (flows.length === 0) refuse('it is a template without a flow');
  const problems: string[] = [];
  const read = flows.flatMap(([logicalId, resource], index) => {
    const otherNames = [
      logicalId,
      `\${${logicalId}}`,
      `\${${logicalId}.ContactFlowArn}`,
      `\${${logicalId}.ContactFlowModuleArn}`,
    ];
    const type = index === 0 ? givenType : undefined;
    try {
      const around = { name: logicalId, isNamed: false, otherNames, type: undefined, givenType: type };
      return withName(logicalId, () => unwrap(resource, undefined, around));
    } catch (error) {
      if (!(error instanceof FlowRefused)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new FlowRefused(problems);
  return read;
}

function readFlow(document: JsonObject, text: string | undefined, around: Surroundings): ReadFlow {
  const metadata = field(document, 'Metadata');
  const told = isObject(metadata) ? metadata : {};
  const name = around.isNamed ? around.name : scalar(field(told, 'Name')) || around.name;
  return {
    name,
    otherNames: around.otherNames,
    ...typeOf(document, scalar(field(told, 'Type')), { ...around, name }),
    content: text?.replace(/^\uFEFF/, '') ?? JSON.stringify(document),
  };
}

function typeOf(
  document: JsonObject,
  metadataType: string | undefined,
  { name, type, givenType }: Surroundings,
): Pick<ReadFlow, 'type' | 'typeFrom'> {
  if (givenType) return { type: givenType, typeFrom: 'given' };
  const told = flowTypeNamed(metadataType ?? '');
  if (told) return { type: told, typeFrom: 'metadata' };
  if (type) return { type, typeFrom: 'wrapper' };
  const inferred = inferFlowType(name, readActions(document));
  return inferred ? { type: inferred, typeFrom: 'inferred' } : { type: 'CONTACT_FLOW', typeFrom: 'default' };
}

/** `Content`, or `content`, as tools that call the API write it. */
function field(value: JsonObject, name: string): unknown {
  return value[name] ?? value[name.charAt(0).toLowerCase() + name.slice(1)];
}

/** What is refused is told with the flow's name. */
function withName<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FlowRefused)) throw error;
    const start = `flow ${name}: `;
    throw new FlowRefused(
      error.problems.map((problem) => (problem.startsWith('flow ') ? problem : `${start}${problem}`)),
    );
  }
}

function refuse(problem: string): never {
  throw new FlowRefused([problem]);
}
