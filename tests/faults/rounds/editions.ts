/** An article of the invented outlets, as it stands in one edition of their site. */
export interface SiteArticle {
  readonly outlet: Outlet;
  readonly slug: string;
  /** 1, and 2 once it was corrected. */
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt: Date;
  /** Its feed lists it, and its page was never there. */
  readonly isMissing: boolean;
}

export const outlets = ['north', 'south'] as const;
export type Outlet = (typeof outlets)[number];

/** So many editions have news of their own. */
export const EDITIONS = 10;

const FIRST = [
  'Corvane',
  'Thalmoor',
  'Brindlewick',
  'Ostervale',
  'Quillhaven',
  'Marrowgate',
  'Fenwright',
  'Halvick',
  'Penbrook',
  'Dunmarsh',
];
const SECOND = ['Systems', 'Energy', 'Robotics', 'Foods', 'Airlines', 'Holdings', 'Networks'];

/** Told of in every edition, so that claims about one figure pile up. */
const OFTEN_TOLD = 'Sorrelton Power';

const DAY_MS = 24 * 3_600_000;
const FIRST_DAY = Date.UTC(2025, 9, 6, 8);

/** Everything that the outlets' feeds list in an edition: the news of it and of those before, corrected where a later one did so. */
export function articlesOf(edition: number): SiteArticle[] {
  return Array.from({ length: edition }, (_, index) => newsOf(index + 1, index + 1 < edition)).flat();
}

/** The news that an edition brings, three stories told twice: words differ, or numbers, or nothing but the outlet. */
function newsOf(edition: number, isCorrected: boolean): SiteArticle[] {
  const [seller, buyer, bought, employer] = [0, 1, 2, 3].map((step) => nameOf(edition * 4 + step));
  const revenue = `1.${edition}`;
  const tell = (
    outlet: Outlet,
    slug: string,
    title: string,
    paragraphs: readonly string[],
    more: Partial<SiteArticle> = {},
  ): SiteArticle => ({
    outlet,
    slug: `${slug}-${edition}`,
    version: 1,
    title,
    summary: paragraphs[0] ?? '',
    paragraphs,
    publishedAt: new Date(FIRST_DAY + edition * DAY_MS),
    isMissing: false,
    ...more,
  });
  const job = [
    `(Aldgate Wire) – ${employer} said it would cut ${edition},200 jobs and close two plants by the end of 2026.`,
    `${employer} employs ${20 + edition},000 people, most of them in factories that were built before the last downturn.`,
  ];
  return [
    tell(
      'north',
      'revenue',
      `${seller} revenue reaches $${revenue}${isCorrected ? 4 : 2} billion`,
      [
        isCorrected
          ? `${seller} said its revenue rose to $${revenue}4 billion in the third quarter of 2025.`
          : `${seller} said its revenue rose to $${revenue}2 billion in the third quarter of 2025.`,
        'The company did not change its outlook for the rest of the year, and its shares were little changed in late trading.',
        ...(isCorrected ? [`Correction: An earlier version of this article misstated the revenue of ${seller}.`] : []),
      ],
      { version: isCorrected ? 2 : 1 },
    ),
    tell('south', 'sales', `${seller} grows again`, [
      `${seller} reported revenue of about $${revenue} billion for the third quarter of 2025, its best quarter since it was founded.`,
      `Separately, ${OFTEN_TOLD} is valued at about $${30 + (edition % 3)} billion, according to people who know its books.`,
    ]),
    tell('north', 'takeover', `${buyer} to buy ${bought}`, [
      `${buyer} agreed to buy ${bought} for $2.${edition} billion in cash, the two companies said on Monday.`,
      'The purchase is expected to close in the first half of 2026, subject to the approval of regulators.',
    ]),
    tell('south', 'bid', `${bought} sold to ${buyer}`, [
      `${buyer} will acquire ${bought} for $3.${edition} billion, a person familiar with the matter said.`,
      `${OFTEN_TOLD} expects revenue of $${40 + edition} billion in 2026, its chief executive told investors.`,
    ]),
    tell('north', 'jobs', `${employer} cuts jobs`, job),
    tell('south', 'layoffs', `${employer} to cut jobs`, job),
    tell('south', 'lost', `${seller} raises dividend`, [`${seller} raised $${400 + edition} million in new debt, it said.`], {
      isMissing: true,
    }),
  ];
}

function nameOf(index: number): string {
  return `${FIRST[index % FIRST.length]} ${SECOND[index % SECOND.length]}`;
}
