/** Words at which a noun phrase ends: articles, prepositions, pronouns, conjunctions, auxiliaries, common verbs and adverbs. */
export const phraseEnds: ReadonlySet<string> = new Set(
  (
    'a an the this that these those my your his her its our their whose which who whom what when where why how ' +
    'i you he she it we they me him us them himself herself itself themselves someone everyone anyone something ' +
    'of in on at by for from to into onto over under with without within about above across after against along among around as before behind ' +
    'below beneath beside besides between beyond despite down during except inside like near off out outside per since than through throughout ' +
    'till toward towards until up upon via versus vs amid apiece ago ' +
    'and or but nor so yet if because while although though unless whereas whether plus minus ' +
    'is are was were be been being am has have had having do does did done will would shall should can could may might must ' +
    'said says say told tells announced reported added noted according made make makes took take takes went go goes got get gets gave give gives came come comes ' +
    'rose fell grew gained lost dropped climbed jumped surged slid increased decreased declined earned paid sold bought won raised cut ' +
    'worked work works live lives lived need needs want wants use used uses died began remain remained left joined attended gathered ' +
    'not no never also just only even still already now then there here again ever soon later earlier yesterday today tomorrow tonight ' +
    'much very too quite rather almost nearly instead together apart away back forward ahead alone each every all both either neither any some none ' +
    'next last january february march april june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec am pm edt est gmt et'
  ).split(' '),
);

/** Plurals that don't end in s, and words that are their own plural, with their singular. */
export const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['leaves', 'leaf'],
  ['halves', 'half'],
  ['shelves', 'shelf'],
  ['wolves', 'wolf'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['bases', 'base'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['media', 'media'],
  ['data', 'data'],
  ['staff', 'staff'],
  ['personnel', 'personnel'],
  ['police', 'police'],
  ['troops', 'troop'],
  ['cattle', 'cattle'],
  ['fish', 'fish'],
  ['sheep', 'sheep'],
  ['aircraft', 'aircraft'],
  ['spacecraft', 'spacecraft'],
  ['series', 'series'],
  ['species', 'species'],
  ['headquarters', 'headquarters'],
  ['viruses', 'virus'],
  ['buses', 'bus'],
  ['gases', 'gas'],
  ['bonuses', 'bonus'],
  ['campuses', 'campus'],
  ['statuses', 'status'],
  ['lenses', 'lens'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['zombies', 'zombie'],
  ['selfies', 'selfie'],
  ['rookies', 'rookie'],
  ['calories', 'calorie'],
  ['ties', 'tie'],
  ['shoes', 'shoe'],
  ['caches', 'cache'],
  ['headaches', 'headache'],
  ['avalanches', 'avalanche'],
]);

/** End in s and are no plural. */
export const singularsInS: ReadonlySet<string> = new Set(
  'gas bus plus process business congress press access less across loss class glass boss cross mass pass success address progress stress express bonus virus campus status census consensus focus basis crisis analysis tennis chess series news lens physics politics economics economy his its this us is was has does always perhaps towards overseas sales'.split(
    ' ',
  ),
);
