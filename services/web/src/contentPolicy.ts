/** What browsers may load and run on a page: its style sheet, and nothing else. */
export const PAGE_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The same for a page that is live: it may run the one script that is served here, and fetch from here. */
export const LIVE_POLICY = `${PAGE_POLICY}; script-src 'self'; connect-src 'self'`;
