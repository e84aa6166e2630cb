import type { DealStatus } from '@newsledger/events';

/** Words that say how far a deal is; the first row that matches decides. Denials and rumours may stand anywhere in the sentence. */
export const dealStatusRules: readonly { readonly status: DealStatus; readonly words: RegExp; readonly example: string }[] = [
  {
    status: 'denied',
    words: /\b(?:den(?:y|ie[sd]|ying)|no truth|did not (?:make|bid)|untrue|dismissed (?:reports|a report)|ruled out)\b/,
    example: 'Cisco denied that it would buy Splunk.',
  },
  {
    status: 'terminated',
    words:
      /\b(?:abandon\w*|call(?:ed|s|ing) off|terminat(?:e|ed|es|ing)\b|scrapp?\w*|walk(?:ed|s) away|withdr[ae]wn?|withdrew|collapsed|dropped (?:its|the|their) (?:bid|plan|offer)|fell apart|pulled out)\b/,
    example: 'Cisco called off its purchase of Splunk.',
  },
  {
    status: 'blocked',
    words: /\b(?:blocked|blocks|vetoed|prohibit\w*|sued to (?:stop|block))\b/,
    example: "Regulators blocked Cisco's purchase of Splunk.",
  },
  {
    status: 'completed',
    words:
      /\b(?:(?<!\b(?:will|would|should|to|before|until|upon|once|when|after|if|subject to)(?: be| its| the)? )complet\w+|(?<!\b(?:shares|stock|price) )clos(?:ed|es) (?:an?|its|the|on|at)|finali[sz]ed|became final|has closed|(?:deal|transaction|takeover|acquisition|purchase|merger) (?:was )?closed)\b/,
    example: 'Cisco completed its purchase of Splunk.',
  },
  {
    status: 'talks',
    words:
      /\b(?:in (?:\w+ )?(?:talks|discussions|negotiations)|negotiating|discussing|weigh(?:s|ing)|consider(?:s|ing)|exploring|interest(?:ed)? in (?:buying|acquiring|a takeover)|approached|made a (?:takeover )?(?:offer|bid|proposal))\b/,
    example: 'Cisco is in talks to buy Splunk.',
  },
  {
    status: 'rumoured',
    words:
      /\b(?:people familiar|people with (?:\w+ )?knowledge|person familiar|sources (?:said|say|close)|reportedly|is said to|rumou?r\w*|speculation (?:that|about|over)|could (?:buy|acquire|bid))\b/,
    example: 'Cisco could buy Splunk.',
  },
  {
    status: 'agreed',
    words:
      /\b(?:agree(?:[sd]|ing)?(?: to)?|signed|signs|signing of|definitive (?:\S+ )?agreement|(?:entered|enters) into (?:an? |the )?(?:\S+ ){0,4}(?:agreement|facility|contract|partnership)|struck|strikes|firm orders?|reached (?:an? |the )?(?:\S+ ){0,3}(?:deals?|agreements?|settlements?|accords?|pacts?)|inked|clinched)\b/,
    example: 'Cisco agreed to buy Splunk.',
  },
  {
    status: 'announced',
    words: /\b(?:announc\w+|unveil\w+|will (?:buy|acquire|invest)|plans? to|to (?:buy|acquire))\b/,
    example: 'Cisco announced its purchase of Splunk.',
  },
  {
    status: 'agreed',
    words:
      /\bagreement|\b(?:still|already) (?:has|have|had|holds?) (?:an? |the )?(?:\S+ ){0,2}(?:partnership|contract|deal|alliance|lease)\b/,
    example: 'Toyota still has a partnership with Waymo.',
  },
];
