import { describe, expect, it } from 'vitest';
import type { Tag } from '../tags/tag.ts';
import { taggerOfFile } from '../tags/tagWords.ts';
import { fitTaggerFile } from './fitTaggerFile.ts';
import { readTreebank } from './readTreebank.ts';
import { retokenise } from './retokenise.ts';
import { scoreTagger } from './scoreTagger.ts';

/** `word/UPOS/XPOS`, with `_` behind a word that has no blank behind it. */
function conllu(sentence: string): string {
  const rows = sentence.split(' ').map((entry, i) => {
    const [word, upos, xpos, glued] = entry.split('/');
    return [i + 1, word, '_', upos, xpos, '_', 0, 'dep', '_', glued === '_' ? 'SpaceAfter=No' : '_'].join('\t');
  });
  return `${rows.join('\n')}\n\n`;
}

const lesson =
  conllu('The/DET/DT firm/NOUN/NN sold/VERB/VBD shares/NOUN/NNS ././.') +
  conllu('A/DET/DT bank/NOUN/NN bought/VERB/VBD bonds/NOUN/NNS ././.');

describe('fitting the tagger', () => {
  it('learns what it is shown', () => {
    const tagger = taggerOfFile(JSON.parse(fitTaggerFile([lesson.repeat(12)])));
    expect(tagger(['The', 'bank', 'sold', 'bonds', '.'])).toEqual(['DET', 'NOUN', 'VERB_PAST', 'NOUN_PL', 'PUNCT']);
  });

  it('writes the same bytes for the same sentences', () => {
    expect(fitTaggerFile([lesson.repeat(12)])).toBe(fitTaggerFile([lesson.repeat(12)]));
  });
});

describe('scoring a tagger', () => {
  it('says how many words it tags right, and how many verbs', () => {
    const nounsOnly = (words: readonly string[]) => words.map((): Tag => 'NOUN');
    expect(scoreTagger(nounsOnly, lesson)[0]).toEqual({ writing: 'as it is', tags: 20, coarse: 40, verbs: 0, ownWords: 20 });
  });
});

describe('reading a treebank', () => {
  it('takes a word of a name for a name, whatever else it is', () => {
    const [sentence = []] = readTreebank(conllu('United/ADJ/NNP Airlines/PROPN/NNPS flies/VERB/VBZ'));
    expect(sentence.map(({ tag }) => tag)).toEqual(['PROPN', 'PROPN', 'VERB_PRES']);
  });

  it('lays the tags over the words as this package cuts them', () => {
    const [sentence = []] = readTreebank(
      conllu("It/PRON/PRP did/AUX/VBD n't/PART/RB buy/VERB/VB debt/NOUN/NN/_ -/PUNCT/HYPH/_ laden/ADJ/JJ Acme/PROPN/NNP"),
    );
    expect(retokenise(sentence)).toEqual({
      words: ['It', 'didn', "'t", 'buy', 'debt-laden', 'Acme'],
      tags: ['PRON', 'AUX', 'ADV', 'VERB_BASE', 'ADJ', 'PROPN'],
    });
  });
});
