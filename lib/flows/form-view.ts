import type { Action } from './flow-language.ts';
import { rendered, type Reference, type Value } from './references.ts';
import { type GuideEnds, screen } from './views.ts';

/** What was written in a field of a form. */
export const field = (name: string): Reference => ({ path: `$.Views.ViewResultData.FormData.${name}` });

export interface FormField {
  name: string;
  label: string;
  kind: 'FormInput' | 'DatePicker' | 'TimeInput';
  value?: Value;
}

/** Fields to fill in, one below the other. */
export function form(
  ends: GuideEnds,
  options: {
    heading: Value;
    hint: string;
    /** Why the form is shown again. */
    fault?: Value;
    fields: readonly FormField[];
    next: string;
    back: string;
    filledIn: string;
    left: string;
  },
): Action<'ShowView'> {
  const items = options.fields.map(({ name, label, kind, value }) => ({
    Type: kind,
    ...(kind === 'FormInput' && { InputType: 'text' }),
    Label: label,
    Name: name,
    ...(value !== undefined && { DefaultValue: rendered(value) }),
  }));
  const data = {
    Heading: rendered(options.heading),
    SubHeading: options.hint,
    ...(options.fault !== undefined && { ErrorText: rendered(options.fault) }),
    Sections: [
      {
        _id: 'fields',
        Type: 'FormSection',
        Heading: rendered(options.heading),
        Items: items.map((item) => ({
          LayoutConfiguration: { Grid: [{ colspan: { default: '12' } }] },
          Items: [item],
        })),
      },
    ],
    Next: { Label: options.next },
    Back: { Label: options.back },
  };
  return screen({ ...ends, view: 'form', data, actions: { Next: options.filledIn, Back: options.left } });
}
