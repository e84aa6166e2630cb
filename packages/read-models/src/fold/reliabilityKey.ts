/** Names what is known of a source, or an extractor, for a class of measures or one measure. */
export function reliabilityKey(sourceId: string, measureClass: string): string {
  return `${sourceId}\n${measureClass}`;
}
