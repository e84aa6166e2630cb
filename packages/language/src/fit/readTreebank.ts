import type { Tag } from '../tags/tag.ts';

/** A word of a treebank, with its tag in our set. */
export interface TreebankWord {
  readonly text: string;
  readonly tag: Tag;
  /** Universal tag as the treebank has it. */
  readonly upos: string;
  /** How it hangs on its head: `amod`, `nsubj`. */
  readonly relation: string;
  readonly spaceAfter: boolean;
}

/** The sentences of a file in CoNLL-U form; words that stand for two (`don't`) are taken by their parts. */
export function readTreebank(conllu: string): TreebankWord[][] {
  const sentences: TreebankWord[][] = [];
  let sentence: TreebankWord[] = [];
  for (const line of conllu.split('\n')) {
    const [id = '', text = '', , upos = '', xpos = '', , , relation = '', , misc = ''] = line.split('\t');
    if (/^\d+$/.test(id)) sentence.push({ text, tag: tagOf(text, upos, xpos), upos, relation, spaceAfter: !/SpaceAfter=No/.test(misc) });
    else if (line === '' && sentence.length > 0) {
      sentences.push(sentence);
      sentence = [];
    }
  }
  return sentence.length > 0 ? [...sentences, sentence] : sentences;
}

const VERB_TAGS: Readonly<Record<string, Tag>> = {
  VBD: 'VERB_PAST',
  VBZ: 'VERB_PRES',
  VBP: 'VERB_PRES',
  VB: 'VERB_BASE',
  VBG: 'VERB_ING',
  VBN: 'VERB_PART',
};

const BY_UPOS: Readonly<Record<string, Tag>> = {
  ADJ: 'ADJ',
  ADV: 'ADV',
  DET: 'DET',
  PRON: 'PRON',
  NUM: 'NUM',
  AUX: 'AUX',
  ADP: 'ADP',
  CCONJ: 'CONJ',
  SCONJ: 'SCONJ',
  PUNCT: 'PUNCT',
  SYM: 'SYM',
  PROPN: 'PROPN',
  NOUN: 'NOUN',
};

/** Our tag for a word with a universal and a Penn tag. What is part of a name (`United` of United Airlines) is `PROPN`, as Penn has it. */
function tagOf(word: string, upos: string, xpos: string): Tag {
  if (xpos === 'NNP' || xpos === 'NNPS') return 'PROPN';
  if (xpos === 'POS' || xpos === 'PRP$' || xpos === 'WP$') return 'POSS';
  if (xpos === 'TO' && upos === 'PART') return 'TO';
  if (xpos === 'MD') return 'MODAL';
  if (xpos === 'RP') return 'PARTICLE';
  if (upos === 'PART') return /^(?:not|n['’]t)$/i.test(word) ? 'ADV' : 'OTHER';
  if (upos === 'NOUN') return xpos === 'NNS' ? 'NOUN_PL' : 'NOUN';
  if (upos === 'VERB') return VERB_TAGS[xpos] ?? 'VERB_BASE';
  return BY_UPOS[upos] ?? 'OTHER';
}
