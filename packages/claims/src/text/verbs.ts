const REGULAR = `accept acquire add advance agree aim announce anticipate approve ask attract award back bank believe benefit bolster boost borrow calculate cap capture carry cause charge claim clear climb close collapse
  combine commit compare complete confirm consider consume contain control convert create credit cross decide decline decrease deliver demand deny deploy describe design develop disclose discuss display double drop earn
  employ end enter equal erase estimate exceed exclude expand expect explain extend face fail fetch file finalise finalize finance finish fire follow force fund gain generate handle help hire hike house include increase indicate
  install intend introduce invest issue join jump kick land launch lease license list look lower maintain manage mark merge miss move name near negotiate note offer open operate order outline owe own pass
  place plan pledge plunge point post pour predict prepare price produce project promise propose provide pump purchase quadruple raise rally range reach realise realize receive reckon record reduce reject release rely remain rent
  report represent require reserve resell reveal rocket sack say scale score secure seek serve settle ship sign slash slide slip slump snap soar skyrocket sour spark sponsor spur stand start state store struggle
  suggest supply surge surpass sustain switch swallow tap target tick top total trade train transform translate treble trim triple tumble unveil upgrade use value view wager want warn weigh welcome wipe work yield
  assemble acquit account accuse advise allocate allow amount appear argue authorise authorize consist contract cover cost cut dip double-down ease edge host house lift outpace outstrip paid pare quote race rank rate shrink
  restart reopen revive rebuild idle mothball snatch spend sprint stretch total underpin weaken widen retain return sell
  plummet rebound spike notch guide splurge slump balloon`;

const IRREGULAR = `is are was were be been being am 're has have had having do does did will would shall should can could may might must 'll 'd 've said says saying told tells tell buy buys bought buying sell sells sold selling
  pay pays paid paying make makes made making take takes took taken taking give gives gave given giving get gets got getting grow grows grew grown growing rise rises rose risen rising fall falls fell fallen falling
  hit hits hitting put puts putting cut cuts cutting set sets setting cost costs costing bid bids bidding let lets lose loses lost losing lead leads led leading hold holds held holding keep keeps kept keeping
  build builds built building spend spends spent spending win wins won winning sink sinks sank sunk begin begins began begun beginning run runs ran running bring brings brought see sees saw seen seeing think thinks thought
  shed sheds shedding shrink shrinks shrank know knows knew mean means meant strike strikes struck stand stands stood go goes went gone come comes came become becomes became find finds found fetch lend lends lent
  draw draws drew drawn write writes wrote written spin spins spun leave leaves left show shows showed shown beat beats beating swing swings swung send sends sent sending drive drives drove driven burn burns burnt
  lay lays laid laying leapt leap leaps leaping shut shuts sought feel feels felt speed slide slides slid sliding swell swells swelled swollen swelling saved saves quit split meet meets met sits sat stood`;

const finite = new Set<string>();
for (const verb of REGULAR.split(/\s+/)) {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) && !/(?:er|en|on|it|or|et|el|al)$/.test(verb) ? verb + verb.at(-1) : stem;
  const y = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}i` : null;
  for (const form of [
    y === null ? (/(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`) : `${y}es`,
    `${y ?? doubled}ed`,
    `${stem}ed`,
    `${doubled}ing`,
    `${stem}ing`,
  ])
    finite.add(form);
}
for (const verb of IRREGULAR.split(/\s+/)) finite.add(verb);

/** Nouns that look like a verb's third person; they count as verbs only behind a subject. */
const NOUN_FORMS = new Set(
  'sales shares reports estimates orders plans prices costs offers values gains losses profits trades deals funds targets bids ranks rates leases markets banks cuts demands contracts purchases claims increases decreases drops works uses calls charges views spending building funding listing offering holding holdings training saying financing trading pricing meeting opening beginning being operating leading setting rating ratings earning manufacturing computing housing shipping banking'.split(
    ' ',
  ),
);

const clearVerbs = finite.difference(NOUN_FORMS);

/** Whether a small-written word is a verb in a finite or participle form, as far as its letters tell. */
export function isVerb(lower: string): boolean {
  return clearVerbs.has(lower);
}
