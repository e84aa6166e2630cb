import type { Telling } from '../deals/findTellings.ts';
import type { FeatureBag } from '../scores/featureBag.ts';

/** Of a telling's parties, those that one may go by. */
const SURE = 0.4;

/** What speaks for two tellings' being of one deal: a party in the same role in both, the same amount, `the deal` right behind. */
export function joinFeatures(earlier: Telling, later: Telling, tellings: number, bag: FeatureBag): void {
  const [a, b] = [earlier.place.sentence, later.place.sentence];
  const types = earlier.type === later.type ? `same ${later.type}` : [earlier.type, later.type].sort().join(' ');
  const [mine, yours] = [sureParties(earlier), sureParties(later)];
  let shared = 0;
  let sameRole = 0;
  let otherRole = 0;
  let differ = 0;
  for (const [key, role] of mine) {
    const their = yours.get(key);
    if (their === undefined) {
      if ([...yours].some(([other, of]) => of === role && !mine.has(other))) differ++;
      continue;
    }
    shared++;
    if (their === role) sameRole++;
    else otherRole++;
  }
  const least = Math.min(mine.size, yours.size);
  const distance = Math.abs(b.index - a.index);
  const far = distance === 0 ? 'same sentence' : distance === 1 ? 'next' : distance <= 4 ? 'near' : 'far';
  const amount = amountsShared(earlier, later);
  const size = tellings <= 3 ? 'few' : tellings <= 8 ? 'some' : 'many';
  const share = least === 0 ? 'nobody named' : shared === 0 ? 'none shared' : shared === least ? 'all shared' : 'some shared';
  bag.add('types', types);
  bag.add('parties', share);
  bag.add('parties, and distance', `${share} ${far}`);
  bag.add('parties, and types', `${share} ${earlier.type === later.type}`);
  bag.add('parties of type', `${share} ${later.type}`);
  bag.add('same role', Math.min(2, sameRole));
  bag.add('other role', Math.min(1, otherRole));
  bag.add('others in role', Math.min(2, differ));
  bag.add('others in role, shared', `${Math.min(2, differ)} ${Math.min(2, shared)}`);
  bag.add('likeliest the same', earlier.parties[0] !== undefined && earlier.parties[0].candidate.key === later.parties[0]?.candidate.key);
  bag.add('distance', far);
  bag.add('paragraph', a.paragraph === b.paragraph);
  bag.add('from title', `${a.headline} ${share}`);
  bag.add('amounts', amount);
  bag.add('amounts, and parties', `${amount} ${share}`);
  bag.add('tellings', size);
  bag.add('tellings, and parties', `${size} ${share}`);
  bag.add('names there', `${Math.min(2, later.place.keys.size)} ${far}`);
  const refers = later.place.signs.some(
    ({ at, type }) => type === later.type && /^(?:the|this|that|its|their)$/.test(b.items[at - 1]?.lower ?? ''),
  );
  bag.add('refers back', `${refers} ${far}`);
}

function sureParties({ parties }: Telling): Map<string, string> {
  const sure = new Map<string, string>();
  for (const { candidate, roles, chance } of parties)
    if (chance >= SURE) sure.set(candidate.key, roles.reduce((a, b) => (b.chance > a.chance ? b : a)).role);
  return sure;
}

function amountsShared(a: Telling, b: Telling): string {
  const [mine, yours] = [amountsOf(a), amountsOf(b)];
  if (mine.size === 0 || yours.size === 0) return 'in one only';
  for (const amount of mine) if (yours.has(amount)) return 'one shared';
  return 'others';
}

function amountsOf({ place }: Telling): Set<string> {
  const amounts = new Set<string>();
  for (const { quantity } of place.sentence.items)
    if (quantity?.kind === 'money') amounts.add(`${quantity.value ?? quantity.low} ${quantity.unit}`);
  return amounts;
}
