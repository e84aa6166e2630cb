const LEGAL = /\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|lp|ag|sa|se|nv|gmbh|holdings?|group|the|a|an)\b\.?/g;

/** One spelling for names and phrases that differ only in case, marks, articles and legal forms. */
export function keyOf(entity: string): string {
  const bare = entity
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ');
  const short = bare.replace(LEGAL, ' ').replace(/\s+/g, ' ').trim();
  return short === '' ? bare.trim() : short;
}
