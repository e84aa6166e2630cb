/** Longer names are no help to people who look through a list. */
const MAX_CHARS = 80;

/** What an article is called: its title, else the first words of what is said of it, else its address. */
export function articleName({ title, summary, url }: { readonly title: string; readonly summary: string; readonly url: string }): string {
  return title.trim() || firstWords(summary) || url;
}

function firstWords(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= MAX_CHARS) return flat;
  const cut = flat.slice(0, MAX_CHARS).toWellFormed();
  // Scripts without spaces are cut where they are.
  const end = flat[MAX_CHARS] === ' ' ? MAX_CHARS : cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : MAX_CHARS).replace(/[\p{P}\uFFFD]+$/u, '')}…`;
}
