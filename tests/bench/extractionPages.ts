/** Sentences of business news with names and amounts to fill in; some have none, as in real texts. */
const SENTENCES = [
  '{A} said on Monday it would spend {M} billion on a new plant in {P}, its largest investment since it was founded.',
  'The company expects revenue of {M} million in the third quarter, up {N}% from a year earlier.',
  'Shares of {A} rose {N}% in early trading, while those of {B} fell slightly.',
  '{A} agreed to buy {B} for {M} billion in cash and shares, the two companies said in a joint statement.',
  'The plant will employ about {K} people and is expected to open by the end of 2027.',
  '"We are pleased with the progress that our teams have made," the chief executive told reporters at the site.',
  'Analysts had expected the board to wait until the spring before taking a decision of this kind.',
  '{B}, which makes power electronics for trains and ferries, sold {K} modules last year.',
  'The deal values {B} at about {M} billion including debt, according to people familiar with the matter.',
  'It is not yet clear how the regulators in Brussels and Washington will look at the plan.',
  'Net profit fell to {M} million from {M} million, as costs for energy and staff went up by nearly {N}%.',
  'Local politicians welcomed the news, though some residents worry about traffic and the price of housing.',
  '{A} has raised {M} million from investors led by {B} in a round that closed last week.',
  'The group plans to cut {K} jobs by 2028, mostly in administration, and to sell two of its smaller businesses.',
  'The talks began in the summer and were interrupted twice, a person who took part in them said.',
] as const;
const NAMES = [
  'Harbour Chips',
  'Meridian Power',
  'Northwest Rail',
  'OpenAI',
  'Amazon',
  'Nvidia',
  'Gull Energy',
  'Siemens',
  'Oracle',
  'Leith Marine',
] as const;
const PLACES = ['Leith', 'Ohio', 'Gdansk', 'northern Spain', 'Osaka'] as const;

/** Paragraphs of two or three sentences, together about `length` characters; the same `seed` gives the same ones. */
export function paragraphs(seed: number, length: number): string[] {
  const next = numbers(seed);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[next() % list.length] ?? list[0];
  const fill = (sentence: string) =>
    sentence
      .replaceAll('{A}', () => pick(NAMES))
      .replaceAll('{B}', () => pick(NAMES))
      .replaceAll('{P}', () => pick(PLACES))
      .replaceAll('{M}', () => `$${1 + (next() % 90)}.${next() % 10}`)
      .replaceAll('{N}', () => `${1 + (next() % 40)}`)
      .replaceAll('{K}', () => `${1 + (next() % 20)},${100 + (next() % 900)}`);
  const texts: string[] = [];
  for (let written = 0; written < length; ) {
    const text = Array.from({ length: 2 + (next() % 2) }, () => fill(pick(SENTENCES))).join(' ');
    texts.push(text);
    written += text.length;
  }
  return texts;
}

/** One article in the mark-up that publishers put around their texts: JSON-LD, OpenGraph, navigation, related stories, scripts. */
export function articlePage(seed: number, length: number): string {
  const [title = ''] = paragraphs(seed + 1_000_000, 1);
  const headline = title.split('. ')[0] ?? title;
  const links = Array.from({ length: 60 }, (_, index) => `<li class="nav-item"><a href="/section/${index}">Section ${index}</a></li>`).join(
    '',
  );
  const teasers = Array.from(
    { length: 12 },
    (_, index) =>
      `<div class="teaser"><a href="/story/${index}"><h3>Another story that has nothing to do with it ${index}</h3></a><p>A line that says what it is about.</p></div>`,
  ).join('');
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: '2025-11-03T09:00:00Z',
    author: [{ '@type': 'Person', name: 'Ada Birch' }],
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline} | The Gazette</title>
<meta property="og:title" content="${headline}"><meta property="og:type" content="article"><link rel="canonical" href="https://www.gazette.example/${seed}">
<script type="application/ld+json">${JSON.stringify(data)}</script><script>window.dataLayer=[];${'function f(a){return a+1};'.repeat(80)}</script></head><body>
<header class="site-header"><nav class="main-nav"><ul>${links}</ul></nav></header>
<main><article><h1>${headline}</h1><p class="byline">By <a href="/author/ada-birch">Ada Birch</a></p><time datetime="2025-11-03T09:00:00Z">3 November 2025</time>
<div class="article-body">${paragraphs(seed, length)
    .map((text) => `<p>${text}</p>`)
    .join('\n<div class="ad-slot"></div>\n')}</div></article>
<aside class="related">${teasers}</aside></main><footer><p>© The Gazette. All rights reserved.</p><ul>${links}</ul></footer></body></html>`;
}

/** Whole numbers of a linear congruential generator (Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
