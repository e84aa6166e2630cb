/** Elements whose content nobody reads as text of an article. */
export const UNREAD_TAGS: ReadonlySet<string> = new Set(
  'script style noscript template iframe object embed svg canvas math audio video picture map input select option datalist button textarea label nav dialog head link meta base source track'.split(
    ' ',
  ),
);

/** Elements that begin a new line. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

export const HEADING_TAGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Tags that rarely belong to the text; they count only when they hold most of the page. */
export const DOUBTFUL_TAGS: ReadonlySet<string> = new Set(['aside', 'footer', 'form', 'figcaption', 'fieldset']);

/** Roles (WAI-ARIA 1.2) of what stands around a text. */
export const DOUBTFUL_ROLES: ReadonlySet<string> = new Set(
  'navigation complementary banner contentinfo dialog alertdialog menu menubar toolbar search form tablist button alert status tooltip'.split(
    ' ',
  ),
);

/** Words in class names and ids of what stands around a text: one expression a subject. */
const DOUBTFUL_NAMES: readonly string[] = [
  'nav(bar|igation)?s?|menus?|breadcrumbs?|bread-?crumb|pagination|pager|paginator|toolbar|skip-?links?|site-?map',
  '(site|page|global|main|app)-?(header|footer|nav)|masthead|footer|footnav|colophon|impressum|copyright|legal',
  'side-?bar|rail|right-?col(umn)?|aside|off-?canvas|drawer|fly-?out',
  'cookies?|cookie-?\\w+|consent|consent-?\\w+|gdpr|cmp|onetrust\\w*|ot-\\w+|cli-\\w+|usercentrics|didomi|sp-?message|privacy|overlay|modal|pop-?up|lightbox|toast|dialog',
  'ad|ads|advert\\w*|adsense|ad-?(slot|unit|box|container|wrapper|label|banner)|banner|sponsor\\w*|promo\\w*|outbrain|taboola|dfp|werbung|anzeige|publicidad|commercial',
  'share|shares|sharing|share-?\\w*|social|social-?\\w*|addthis|sharethis|sharedaddy|jp-?relatedposts|follow-?us|tweet-?button',
  'related\\w*|recommend\\w*|recirc\\w*|more-?(stories|news|articles|from|on|links?)|most-?(read|popular|viewed|shared)|trending|popular|also-?(read|like)|read-?(more|next|also)|up-?next|next-?(article|post|story)|prev-?(article|post)|see-?also|teasers?|inline-?related|suggest\\w*|weitere\\w*|mehr-?zum-?thema|siehe-?auch|lire-?aussi',
  'comments?|comment-?\\w*|disqus|respond|replies|kommentare?|livefyre|discussion|reader-?letters',
  'newsletters?|newsletter-?\\w*|sign-?up|subscribe\\w*|subscription|paywall-?\\w*|piano-?\\w*|regwall|login|register|donat\\w*|membership|abo-?\\w*|call-?to-?action|cta',
  'author-?(bio|box|info|card|profile|block|details|about)|about-?(the-?)?author|bio|by-?lines?|contributors?|autorenbox',
  'tags?|tag-?(list|cloud|links)|tagcloud|post-?tags|entry-?tags|topics?|keywords|categories|cat-?links|post-?meta|entry-?meta|article-?meta|meta-?(data|info)|entry-?footer|post-?footer|article-?footer|timestamp|dateline-?meta|reading-?time',
  'caption|wp-?caption-?text|image-?(caption|credit|source)|credits?|photo-?credit|figcaption|gallery|slideshow|carousel|slider|player|video-?\\w*|audio-?\\w*|podcast-?\\w*|embed-?\\w*',
  'widgets?|rating|ratings|star-?rating|vote|poll|quiz|survey|feedback|print-?(only|link)|tools|hidden|visually-?hidden|sr-?only|screen-?reader(-?text)?|noprint|no-?print|fact-?box|infobox|toc|table-?of-?contents|correction-?form|jump-?link|back-?to-?top|weather|stock-?ticker|market-?data|ticker|events-?list|job-?\\w*',
];
const DOUBTFUL_NAME = new RegExp(`(?:^|[\\s_]|--?|__)(?:${DOUBTFUL_NAMES.join('|')})(?=$|[\\s_]|--?|__|\\d)`, 'i');

/** Words in class names, ids and itemprops of the element that holds the text. */
const BODY_NAME =
  /(?:^|[\s_-])(article-?_?(body|content|text|copy|main|detail|inner)|story-?_?(body|content|text|copy)|entry-?content|post-?(content|body|text|entry)|body-?(text|copy|content|main)|articleBody|(news|press|release|main)-?(body|text|content)|content-?(body|text|main|article)|rich-?text|wysiwyg|td-post-content|field--?name-body|text-?content|artikel-?(text|body|inhalt)|caas-body|storytext|articletext|prose|td-content)(?=$|[\s_-]|\d)/i;

/** Names that say "text" even where they hold a doubtful word. */
const NEVER_DOUBTFUL =
  /(?:article|story|entry|post|body|main|page|news)[-_]{0,2}(?:body|content|text|main|inner)(?![a-z])|articleBody|widget Blog\b|has-(?:sidebar|ads?|comments?|share)|(?:no|with|without)-(?:sidebar|ads?)|paywall-?(?:content|article)|content-?paywall/i;

export function nameLooksDoubtful(name: string): boolean {
  return DOUBTFUL_NAME.test(name) && !NEVER_DOUBTFUL.test(name);
}

export function nameLooksLikeBody(name: string): boolean {
  return BODY_NAME.test(name);
}
