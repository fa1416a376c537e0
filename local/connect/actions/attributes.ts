import { exceedAttributeLimit } from '../attribute-limit.ts';
import type { ContactRecord, TaskReference } from '../contact.ts';
import { referenceValues } from '../contact-data.ts';
import { type FlowAction, isObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { resolveText } from '../../../flow-language/references.ts';
import { isLanguage } from '../voices.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';

/** Of the contact itself, or of the one that it is related to. */
function recordOf({ parameters }: FlowAction, { contact, host }: FlowRun): ContactRecord | undefined {
  return scalar(parameters.TargetContact) === 'Related' ? host.related(contact)?.record : contact.record;
}

/** All or nothing. */
function updateContactAttributes(action: FlowAction, run: FlowRun): Step {
  const record = recordOf(action, run);
  if (!record) return failed('no related contact');
  const attributes = { ...record.attributes, ...resolvedTexts(action.parameters.Attributes, run) };
  if (Object.keys(attributes).some((key) => /[$.]/.test(key))) return failed('an attribute key contains $ or .');
  if (exceedAttributeLimit(attributes)) return failed('attributes exceed 32 KB');
  if (run.host.faults.meets({ of: 'attributes', contactId: run.contact.id })) return failed('attributes are throttled');
  record.attributes = attributes;
  return next;
}

/** Written as `{ key: { Value: text } }`. */
function updateFlowAttributes(action: FlowAction, run: FlowRun): Step {
  const written = isObject(action.parameters.FlowAttributes) ? action.parameters.FlowAttributes : {};
  const values = Object.entries(written).map(([key, value]) => [key, isObject(value) ? value.Value : value]);
  run.flowAttributes = { ...run.flowAttributes, ...resolvedTexts(Object.fromEntries(values), run) };
  return next;
}

/** An object of texts, with the references in them resolved. */
export function resolvedTexts(texts: unknown, run: FlowRun): Record<string, string> {
  const values = referenceValues(run);
  const entries = Object.entries(isObject(texts) ? texts : {});
  return Object.fromEntries(entries.map(([key, value]) => [key, resolveText(scalar(value) ?? '', values)]));
}

const dataFields = ['Name', 'Description', 'LanguageCode', 'CustomerId'] as const;
/** Of services that are not here: accepted, and read by nothing. */
const fieldsWithoutEffect = [
  'WisdomSessionArn',
  'IsVoiceIdStreamingEnabled',
  'IsVoiceAuthenticationEnabled',
  'IsFraudDetectionEnabled',
  'VoiceAuthenticationThreshold',
  'VoiceAuthenticationResponseTime',
  'FraudDetectionThreshold',
  'WatchlistId',
];
const knownFields: readonly string[] = [...dataFields, ...fieldsWithoutEffect, 'References', 'TargetContact'];

function updateContactData(action: FlowAction, run: FlowRun): Step {
  const code = textParameter(action, 'LanguageCode', run);
  if (code !== undefined && (!isLanguage(code) || run.host.faults.meets({ of: 'language', code }))) {
    return failed(`no language ${code}`);
  }
  const related = scalar(action.parameters.TargetContact) === 'Related';
  const target = related ? run.host.related(run.contact)?.contact : run.contact;
  if (!target) return failed('no related contact under way');
  for (const field of dataFields) {
    const value = textParameter(action, field, run);
    if (value !== undefined) target.data[field] = value;
  }
  const { References } = action.parameters;
  if (References !== undefined) target.data.References = { ...target.data.References, ...references(References, run) };
  return next;
}

/** `{ name: { Type, Value } }`, or a text by its name. */
export function references(written: unknown, run: FlowRun): Record<string, TaskReference> {
  const entries = Object.entries(isObject(written) ? written : {});
  return Object.fromEntries(
    entries.map(([key, reference]) => {
      const { Type = 'STRING', Value = '' } = resolvedTexts(
        isObject(reference) ? reference : { Value: reference },
        run,
      );
      return [key, { Type, Value }];
    }),
  );
}

export const attributeActions: ActionKinds = {
  UpdateContactAttributes: { run: updateContactAttributes },
  UpdateFlowAttributes: { run: updateFlowAttributes },
  UpdateContactData: {
    notImplemented: (action) =>
      Object.keys(action.parameters)
        .filter((name) => !knownFields.includes(name))
        .map((name) => `${name} of UpdateContactData is not implemented`),
    run: updateContactData,
  },
};
