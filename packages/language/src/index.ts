export { fitTaggerFile } from './fit/fitTaggerFile.ts';
export { scoreTagger, type TaggerScore } from './fit/scoreTagger.ts';
export { type NounPhrase, nounPhrases } from './phrases/nounPhrases.ts';
export { type SentenceSketch, sketchSentence } from './phrases/sketchSentence.ts';
export { type VerbGroup, verbGroups } from './phrases/verbGroups.ts';
export { isMainVerb, isNoun, TAGS, type Tag } from './tags/tag.ts';
export { type Tagger, taggerOfFile, tagWords } from './tags/tagWords.ts';
export { type Token, tokenise } from './text/tokenise.ts';
