import { exceedAttributeLimit } from '../attribute-limit.ts';
import { referenceValues } from '../contact-data.ts';
import { type FlowAction, isObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { resolveText } from '../../../flow-language/references.ts';
import { isLanguage } from '../voices.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';

/** All or nothing. */
function updateContactAttributes(action: FlowAction, run: FlowRun): Step {
  const { record } = run.contact;
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

function updateContactData(action: FlowAction, run: FlowRun): Step {
  const code = textParameter(action, 'LanguageCode', run);
  if (code !== undefined && (!isLanguage(code) || run.host.faults.meets({ of: 'language', code }))) {
    return failed(`no language ${code}`);
  }
  for (const field of dataFields) {
    const value = textParameter(action, field, run);
    if (value !== undefined) run.contact.data[field] = value;
  }
  return next;
}

function relatedContact(action: FlowAction): string[] {
  const target = scalar(action.parameters.TargetContact);
  return target !== 'Related' ? [] : [`TargetContact ${target} is not implemented`];
}

export const attributeActions: ActionKinds = {
  UpdateContactAttributes: { notImplemented: relatedContact, run: updateContactAttributes },
  UpdateFlowAttributes: { run: updateFlowAttributes },
  UpdateContactData: {
    notImplemented: (action) => [
      ...relatedContact(action),
      ...Object.keys(action.parameters)
        .filter((name) => name !== 'TargetContact' && !dataFields.some((field) => field === name))
        .map((name) => `${name} of UpdateContactData is not implemented`),
    ],
    run: updateContactData,
  },
};
