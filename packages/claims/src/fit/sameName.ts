const FORMS =
  /\b(?:inc|incorporated|corp|corporation|co|company|companies|ltd|limited|plc|llc|lp|ag|sa|se|nv|gmbh|holdings?|group|technologies|platforms|the|and)\b/g;

/** Short names of countries and unions that labels and texts mix. */
const SHORT = new Map([
  ['us', 'united states'],
  ['usa', 'united states'],
  ['america', 'united states'],
  ['uk', 'united kingdom'],
  ['britain', 'united kingdom'],
  ['eu', 'european union'],
  ['aws', 'amazon web services'],
  ['google', 'alphabet'],
  ['facebook', 'meta'],
]);

function folded(name: string): string {
  const bare = name
    .toLowerCase()
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)\.?/g, '')
    .replace(/centre/g, 'center')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(FORMS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return SHORT.get(bare) ?? bare;
}

const known = new Map<string, string>();
function foldedOnce(name: string): string {
  const found = known.get(name) ?? folded(name);
  known.set(name, found);
  return found;
}

/** Whether a label and a reading mean the same: equal, one within the other as whole words, or sharing most of their long words. */
export function sameName(label: string | null, reading: string | null): boolean {
  if (label === null || reading === null) return label === reading;
  const a = foldedOnce(label);
  const b = foldedOnce(reading);
  if (a === '' || b === '') return false;
  if (a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)) return true;
  const long = (text: string): Set<string> =>
    new Set(
      text
        .split(' ')
        .filter((word) => word.length > 3)
        .map((word) => word.replace(/s$/, '')),
    );
  const first = long(a);
  const second = long(b);
  const least = Math.min(first.size, second.size);
  if (least < 2) return false;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / least >= 0.66;
}
