import type { DealStatus, DealType } from '@newsledger/events';

/** What current reports (Form 8-K) write in set words, so that the words decide alone. */
export interface FiledForm {
  readonly type: DealType;
  readonly status: DealStatus;
  /** All of these must stand in the sentence, none of `unless`. In small letters. */
  readonly words: readonly RegExp[];
  readonly unless?: RegExp;
  readonly example: string;
}

/** Papers that settle nothing yet, whatever the heading of the item says. */
const PRELIMINARY =
  /\b(?:letters? of intent|agreements? in principle|memorand(?:um|a) of understanding|non-?binding (?:term sheet|proposal|offer|indication))\b/;
const COMBINES = /\b(?:merg(?:e|er|ing)|business combination|share exchange|combine)\b/;
const BUYS = /\b(?:acqui(?:red?|ring|sition)|purchase (?:all|of all|of the|the|substantially)|buy)\b/;
const ENDED = /\b(?:terminat\w+|expired|lapsed|withdr[ae]w\w*|ended|called off|abandon\w*|no longer in effect)\b/;

/** The first row that fits decides. */
export const filedForms: readonly FiledForm[] = [
  {
    type: 'merger',
    status: 'terminated',
    words: [PRELIMINARY, COMBINES, ENDED],
    example: 'The letter of intent between the Company and Tern Holdings Corp. for a proposed merger was terminated.',
  },
  {
    type: 'acquisition',
    status: 'terminated',
    words: [PRELIMINARY, BUYS, ENDED],
    example: 'The letter of intent under which the Company was to acquire Tern Holdings Corp. expired on May 2, 2025.',
  },
  {
    type: 'merger',
    status: 'talks',
    words: [PRELIMINARY, COMBINES],
    example: 'The Company signed a letter of intent with Tern Holdings Corp. for a business combination.',
  },
  {
    type: 'acquisition',
    status: 'talks',
    words: [PRELIMINARY, BUYS],
    unless: /\blease\b(?!.*\b(?:shares|stock|membership interests|business)\b)/,
    example: 'The Company signed a non-binding letter of intent to acquire all shares of Tern Holdings Corp.',
  },
  {
    type: 'merger',
    status: 'terminated',
    words: [/\b(?:agreement and plan of merger|merger agreement)\b/, /\b(?:terminated|termination of|notice of termination)\b/],
    unless: /\b(?:may|if|upon|fee|right to|expiration or)\b.{0,40}\bterminat/,
    example: 'The Company and Tern Holdings Corp. terminated the Agreement and Plan of Merger.',
  },
  {
    type: 'merger',
    status: 'agreed',
    words: [
      /\b(?:entered into|executed|signed)\b/,
      /\b(?:agreement and plan of (?:merger|reorganization)|merger agreement|business combination agreement)\b/,
    ],
    example: 'The Company entered into an Agreement and Plan of Merger with Tern Holdings Corp.',
  },
  {
    type: 'acquisition',
    status: 'completed',
    words: [/\b(?:(?:has )?acquired|completed (?:the|its) (?:\S+ ){0,3}(?:acquisition|purchase) of)\b/],
    unless: /\b(?:to be|will be|would be|be|may be|shares of common stock|if|license|real estate|property|equipment)\b/,
    example: 'On May 2, 2025, the Company acquired Tern Holdings Corp. for $40 million in cash.',
  },
];

/** Sentences of filings that tell no deal: a company takes back its own paper, or intends to rent. */
export const filedNoDeals: readonly { readonly words: RegExp; readonly unless?: RegExp; readonly example: string }[] = [
  {
    words: /\bredeem(?:ed|s|ing)?\b|\bredemptions?\b/,
    unless: /\b(?:merger|acquir\w+|acquisition|business combination)\b/,
    example: 'The Company will redeem all of its outstanding 6.5% Senior Notes.',
  },
  {
    words: /\bletter of intent\b.*\b(?:lease|rent|sublease)\b|\b(?:lease|sublease)\b.*\bletter of intent\b/,
    unless: /\b(?:acquir\w+|merger|business combination|acquisition)\b/,
    example: 'The Company signed a letter of intent with Tern Holdings Corp. to lease a warehouse.',
  },
];
