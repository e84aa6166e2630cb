import { hasTrait, organisations } from '../entities/organisations.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { Party } from './dealDraft.ts';
import { type Named, namedAt } from './named.ts';

const CLOUD = /\b(?:cloud|comput\w+|capacity|servers?|infrastructure|data cent(?:re|er)s?|hosting|machines)\b/;
const POWER = /\b(?:power|electricity|nuclear|energy|megawatts?|gigawatts?|reactor|solar|wind)\b/;
/** Names that say what a company sells. */
const POWER_NAME = /\b(?:Energy|Power|Renewables?|Solar|Wind|Electric|Nuclear|Hydro|Utilities)\b/;
const MATERIALS = /\b(?:lithium|nickel|cobalt|copper|graphite|hydroxide|steel|uranium|iron ore)\b/;
const MATERIAL_NAME = /\b(?:Lithium|Mining|Minerals|Metals|Resources|Materials|Steel|Chemicals?|Graphite|Nickel|Uranium)\b/;
const AIRCRAFT = /\b(?:jets?|aircraft|airplanes?|planes|airliners?|narrowbod\w+|widebod\w+)\b/;
const CHIPS = /\b(?:chips?|gpus?|accelerators?|semiconductors?|processors?)\b/;
/** What contracts are about, the most telling first, and who sells it. */
const GOODS: readonly { readonly words: RegExp; readonly sells: (entity: string) => boolean }[] = [
  { words: POWER, sells: (entity) => hasTrait(entity, 'power') || POWER_NAME.test(entity) },
  { words: AIRCRAFT, sells: (entity) => hasTrait(entity, 'planemaker') },
  { words: MATERIALS, sells: (entity) => hasTrait(entity, 'miner') || MATERIAL_NAME.test(entity) },
  { words: CHIPS, sells: (entity) => hasTrait(entity, 'chip') },
  {
    words: CLOUD,
    sells: (entity) => hasTrait(entity, 'cloud') || hasTrait(entity, 'datacentre') || cloudUnitOf(entity) !== null,
  },
];

/** Armies, offices and towns buy. */
const PUBLIC_BUYER =
  /\b(?:Army|Navy|Air Force|Armed Forces|Bundeswehr|Pentagon|NATO|Ministry|Department|Government|City|County|Police|Commission)\b/;

/** `an agreement with Dell to procure processors`: who signs it buys. */
const BUYS = /\bto (?:procure|buy|purchase|rent|lease|obtain)\b/;

const SELLERS = ['cloud', 'datacentre', 'chip', 'power'];

/** Who supplies whom: by what the two are known to sell, else by the verbs of the sentence, else the first named is the customer. */
export function supplyRoles(sentence: ReadSentence, parties: readonly Party[], trigger: number): readonly Party[] {
  const [first, second] = parties;
  if (first === undefined) return parties;
  const words = sentence.lower;
  const known = (entity: string): boolean => goods.some(({ sells }) => sells(entity)) || isSeller(entity);
  const goods = GOODS.filter(({ words: told }) => told.test(words));
  // Whoever alone sells what the sentence speaks of supplies it: power before chips before computing.
  const sells = goods.find((kind) => second !== undefined && kind.sells(first.entity) !== kind.sells(second.entity))?.sells ?? known;
  const [sellsFirst, sellsSecond] = second === undefined ? [false, false] : [sells(first.entity), sells(second.entity)];
  const buysFirst = PUBLIC_BUYER.test(first.entity);
  const isPublic = second !== undefined && buysFirst !== PUBLIC_BUYER.test(second.entity);
  const isTold = SAYS_WHO.test(sentence.items[trigger]?.lower ?? '') && second !== undefined && first.role !== second.role;
  const buys = first.role === 'customer' && BUYS.test(wordsOf(sentence.items, trigger + 1, trigger + 9));
  const firstSupplies = buys
    ? false
    : isTold
      ? first.role === 'supplier'
      : isPublic
        ? !buysFirst
        : sellsFirst !== sellsSecond
          ? sellsFirst
          : first.role === 'supplier';
  return parties.map((party, index): Party => {
    const role = (index === 0) === firstSupplies ? 'supplier' : 'customer';
    return {
      ...party,
      role,
      because: role === party.role ? party.because : { ...party.because, rule: `${party.because.rule}, ${role} by what the two sell` },
      entity: role === 'supplier' && CLOUD.test(words) ? (cloudUnitOf(party.entity) ?? party.entity) : party.entity,
    };
  });
}

/** Verbs whose subject supplies and whose object is supplied, whatever the two are known to sell. */
const SAYS_WHO = /^suppl(?:y|ies|ied|ying)$/;

/** Who sells cloud computing through a listed unit sells it through that unit: Amazon through Amazon Web Services. */
function cloudUnitOf(entity: string): string | null {
  return cloudUnits.get(entity) ?? null;
}

/** Units that sell cloud computing, by who owns them; the first of the list counts. */
const cloudUnits = new Map(
  organisations
    .filter(({ traits }) => traits.includes('cloud') && traits.includes('unit'))
    .reverse()
    .map(({ parent, name }) => [parent, name]),
);

/** Whether the list knows an organisation as one that sells computing, chips or power. */
/** Whether one of them is known to sell what the sentence above all speaks of; also where it speaks of nothing that is known. */
export function anySells({ lower }: ReadSentence, parties: readonly Party[]): boolean {
  const goods = GOODS.find(({ words }) => words.test(lower));
  return goods === undefined || parties.some(({ entity }) => goods.sells(entity));
}

export function isMakerOfPlanes(entity: string): boolean {
  return hasTrait(entity, 'planemaker');
}

export function isSeller(entity: string): boolean {
  return SELLERS.some((trait) => hasTrait(entity, trait));
}

const COMMITTED = /\b(?:commit\w*|promis\w+|contracts?|deals?|agree\w*|owes?|orders?|sign\w*|buy|largest|obligations|pledg\w+)\b/;

/** `$300 billion with Oracle`, `with Microsoft, for $250 billion of Azure`: a seller and its amount in a list of commitments. */
export function partyWithValue(items: readonly Item[], index: number): Named | null {
  const named = namedAt(items, index, 'seller beside an amount');
  if (named === null || !isSeller(named.entity) || !COMMITTED.test(wordsOf(items, 0, items.length))) return null;
  const before = items[index - 1];
  const money = (item: Item | undefined): boolean => item?.kind === 'quantity' && item.quantity.kind === 'money';
  if (before?.kind === 'word' && /^(?:to|with|from|at|on|of)$/.test(before.lower)) {
    for (let i = index - 2; i >= Math.max(0, index - 5); i--) {
      if (money(items[i])) return named;
      if (items[i]?.kind !== 'word' || /^(?:and|with|from|to)$/.test(items[i]?.lower ?? '')) break;
    }
  }
  for (let i = index + 1; i < Math.min(index + 4, items.length); i++) {
    if (money(items[i])) return before?.lower === 'with' || before?.lower === 'to' || items[index + 1]?.text === '(' ? named : null;
    if (!/^(?:,|\(|for|worth|at|about|roughly|:)$/.test(items[i]?.lower ?? '')) break;
  }
  return null;
}
