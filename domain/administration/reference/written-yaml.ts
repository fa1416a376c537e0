import { Document, isScalar, visit } from 'yaml';

/** A value as people write it in a file: lists of plain values on one line. */
export function writtenYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Seq: (_key, list) => {
      list.flow = list.items.every((item) => isScalar(item));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
