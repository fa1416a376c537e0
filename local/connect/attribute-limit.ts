const MAXIMUM_BYTES = 32 * 1024;

/** Whether a contact's attributes are more than it can hold: keys and values together, in UTF-8. */
export function exceedAttributeLimit(attributes: Record<string, string>): boolean {
  const bytes = Object.entries(attributes).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  return bytes > MAXIMUM_BYTES;
}
