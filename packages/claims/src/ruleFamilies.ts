/** Families of rules that can be left out, to measure what each is worth. */
export const ruleFamilies = {
  'measure cues': 'words near an amount that say what it measures',
  'measure refinements': 'what the context makes of the cue: restated, listed or labelled amounts, terms, prices of deals',
  'measure settling': 'what the subject makes of the measure: market value of a listed company, moves of its shares',
  'counted nouns': 'what a number of things measures, by its noun',
  'listed names': 'the built-in list of organisations, with their aliases and products',
  references: 'pronouns and descriptions: “it”, “the company”, “the ChatGPT maker”',
  possessors: 'subject by possessor: “Nvidia’s market value”',
  'objects of value': 'subject behind “values”, “leaves”, “puts”',
  'nouns with of': 'subject behind the measured noun: “revenue of Oracle”',
  'clause subjects': 'subject of the clause',
  'sentence subjects': 'whoever else the sentence names',
  focus: 'whom the text before the sentence is about',
  'deal links': 'amounts and terms tied to the deal that they belong to',
  'settled figures': 'parties, definitions and titles made to agree over the article',
  retractions: 'amounts that a text takes back',
  boilerplate: 'lines around the news that are passed over',
} as const;

export type RuleFamily = keyof typeof ruleFamilies;

/** The families that are left out; none, but for measurements. */
export type LeftOut = ReadonlySet<RuleFamily>;

export const nothingLeftOut: LeftOut = new Set();
