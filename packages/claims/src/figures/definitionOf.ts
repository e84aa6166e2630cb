import type { Measure } from '@newsledger/events';
import type { ReadSentence } from '../text/readDocument.ts';
export function definitionOf(_measure: Measure, _sentence: ReadSentence, _at: number): string | null { return null; }
