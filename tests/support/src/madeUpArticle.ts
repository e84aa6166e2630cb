import { deterministicId, type EventData, type Figure } from '@newsledger/events';

/** A figure of an article that a test makes up: so many billion dollars, as a fact without a period. */
export function figureInBillions(about: Pick<Figure, 'subject' | 'counterparty' | 'measure'>, billion: number): Figure {
  return {
    ...about,
    definition: null,
    noun: null,
    period: null,
    status: 'actual',
    unit: 'USD',
    amount: {
      value: `${billion}000000000`,
      low: `${billion - 1}500000000`,
      high: `${billion}500000000`,
      lowOpen: false,
      highOpen: false,
      hedge: '=',
      significantDigits: 2,
    },
    speaker: null,
  };
}

interface MadeUpPage {
  readonly articleId: string;
  readonly sourceId: string;
  readonly url: string;
  readonly title: string;
  /** An ISO instant. */
  readonly publishedAt: string;
}

/** The first capture of a page that a test makes up, with a text like no other page's. */
export function capturedPage({ articleId, sourceId, url, title, publishedAt }: MadeUpPage): EventData<'ArticleCaptured'> {
  const hash = deterministicId(sourceId, url).replaceAll('-', '').repeat(2);
  return {
    articleId,
    sourceId,
    revision: 1,
    captureHash: hash,
    url,
    canonicalUrl: url,
    mediaType: 'text/html',
    title,
    byline: [],
    publishedAt,
    modifiedAt: null,
    language: 'en',
    wireCredit: null,
    correctionNote: null,
    paywalled: false,
    textHash: hash,
    fingerprint: hash.slice(0, 16),
    wordCount: 300,
    etag: null,
    lastModified: null,
  };
}
