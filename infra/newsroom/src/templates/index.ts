import { byteside } from './byteside.ts';
import { cloudline } from './cloudline.ts';
import { gridCapital } from './gridCapital.ts';
import { harbourPost } from './harbourPost.ts';
import { ledgerMarket } from './ledgerMarket.ts';
import { meridianWire } from './meridianWire.ts';
import { morningTape } from './morningTape.ts';
import { northwestTechJournal } from './northwestTechJournal.ts';
import type { Template } from './pageView.ts';

/** The layout of each outlet's pages, by outlet id. */
export const templates: Readonly<Record<string, Template>> = {
  'meridian-wire': meridianWire,
  cloudline,
  'ledger-market': ledgerMarket,
  'harbour-post': harbourPost,
  byteside,
  'northwest-tech-journal': northwestTechJournal,
  'grid-capital': gridCapital,
  'morning-tape': morningTape,
};
