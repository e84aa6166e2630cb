/** The path that robots may not read; one article lies under it. */
const FORBIDDEN_FOLDER = '/grid-capital/clients/';

export const robotsTxt = `# The sample newsroom
User-agent: *
Disallow: ${FORBIDDEN_FOLDER}
Allow: /

Sitemap: /meridian-wire/news-sitemap.xml`;
