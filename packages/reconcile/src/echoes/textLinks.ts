import { areBitsNear, areNearDuplicates, bitsOf, type FingerprintBits } from '../nearDuplicates.ts';

/** What ties texts to each other. */
export interface LinkedText {
  readonly canonicalUrl: string | null;
  readonly fingerprint: string | null;
}

const BANDS = 4;
const BAND_BITS = 16;

/**
 * Finds texts that share an address, or that are edited copies, without comparing all with all. Fingerprints that differ in at most seven of
 * their 64 bits differ in at most one bit of some quarter, so each quarter is looked up as it is and with each of its bits turned. Texts are
 * kept in groups, of each of which one text is enough to find.
 */
export class TextLinks<Text> {
  readonly #byUrl = new Map<string, Map<unknown, Set<Text>>>();
  readonly #byBand = new Map<number, Map<unknown, Map<Text, FingerprintBits>>>();

  /** @param group an object that stands for the group of a text; a text may be a group by itself. */
  add(text: Text, { canonicalUrl, fingerprint }: LinkedText, group: unknown): void {
    if (canonicalUrl !== null)
      innerOf(
        innerOf(this.#byUrl, canonicalUrl, () => new Map()),
        group,
        () => new Set(),
      ).add(text);
    if (fingerprint === null) return;
    const bits = bitsOf(fingerprint);
    for (let band = 0; band < BANDS; band++)
      innerOf(
        innerOf(this.#byBand, bandKey(bits, band), () => new Map()),
        group,
        () => new Map(),
      ).set(text, bits);
  }

  delete(text: Text, { canonicalUrl, fingerprint }: LinkedText, group: unknown): void {
    if (canonicalUrl !== null) deleteInner(this.#byUrl, canonicalUrl, group, text);
    if (fingerprint === null) return;
    const bits = bitsOf(fingerprint);
    for (let band = 0; band < BANDS; band++) deleteInner(this.#byBand, bandKey(bits, band), group, text);
  }

  /** @returns of each group a text that shares its address with this one, or that is an edited copy of it. */
  linkedTo({ canonicalUrl, fingerprint }: LinkedText): Set<Text> {
    const found = new Map<unknown, Text>();
    if (canonicalUrl !== null)
      for (const [group, texts] of this.#byUrl.get(canonicalUrl) ?? [])
        for (const text of texts) {
          found.set(group, text);
          break;
        }
    if (fingerprint !== null) {
      const bits = bitsOf(fingerprint);
      for (const key of bandsAround(bits)) this.#findCopies(key, bits, found);
    }
    return new Set(found.values());
  }

  #findCopies(key: number, bits: FingerprintBits, found: Map<unknown, Text>): void {
    const groups = this.#byBand.get(key);
    if (groups === undefined) return;
    for (const [group, texts] of groups) {
      if (found.has(group)) continue;
      for (const [text, other] of texts) {
        if (!areBitsNear(other, bits)) continue;
        found.set(group, text);
        break;
      }
    }
  }
}

/** The quarters by which edited copies of a text are found: its own, and each with one bit turned. */
function* bandsAround(bits: FingerprintBits): Generator<number> {
  for (let band = 0; band < BANDS; band++) {
    const key = bandKey(bits, band);
    yield key;
    for (let bit = 0; bit < BAND_BITS; bit++) yield key ^ (1 << bit);
  }
}

/**
 * @returns whole numbers of which one is `quarter << 16 | bits` of some quarter of each fingerprint (0 is that of the first four digits) that
 * is near this one, and of few others.
 */
export function bandsNear(fingerprint: string): number[] {
  return [...bandsAround(bitsOf(fingerprint))];
}

/** Whether one of two texts leads to the other. */
export function areLinked(a: LinkedText, b: LinkedText): boolean {
  return (
    (a.canonicalUrl !== null && a.canonicalUrl === b.canonicalUrl) ||
    (a.fingerprint !== null && b.fingerprint !== null && areNearDuplicates(a.fingerprint, b.fingerprint))
  );
}

/** The number of a quarter before its bits. */
function bandKey([high, low]: FingerprintBits, band: number): number {
  const half = band < 2 ? high : low;
  return (band << BAND_BITS) | (band % 2 === 0 ? half >>> BAND_BITS : half & 0xffff);
}

function innerOf<Key, Inner>(map: Map<Key, Inner>, key: Key, make: () => Inner): Inner {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function deleteInner<Key, Text>(
  map: Map<Key, Map<unknown, { readonly size: number; delete: (text: Text) => boolean }>>,
  key: Key,
  group: unknown,
  text: Text,
): void {
  const groups = map.get(key);
  const texts = groups?.get(group);
  if (groups === undefined || texts === undefined) return;
  texts.delete(text);
  if (texts.size === 0) groups.delete(group);
  if (groups.size === 0) map.delete(key);
}
