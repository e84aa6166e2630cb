/**
 * Parts of a company that news names as often as the company: what one article says of the part, another says of the whole. Only units
 * and subsidiaries that sign deals; a part's revenue is never its parent's.
 */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  Amazon: ['Amazon Web Services', 'Whole Foods', 'Twitch', 'Zoox', 'Amazon MGM Studios', 'Ring', 'Audible'],
  Alphabet: ['Google', 'Google Cloud', 'YouTube', 'Waymo', 'DeepMind', 'Google DeepMind', 'Verily', 'Fitbit', 'Mandiant', 'Wing'],
  Microsoft: ['LinkedIn', 'GitHub', 'Activision Blizzard', 'Microsoft Azure', 'Xbox', 'Nuance'],
  Meta: ['Instagram', 'WhatsApp', 'Reality Labs', 'Oculus'],
  Oracle: ['Cerner', 'NetSuite', 'Oracle Cloud Infrastructure'],
  SoftBank: ['SoftBank Vision Fund', 'Vision Fund'],
  Broadcom: ['VMware'],
  Salesforce: ['Slack', 'Tableau', 'MuleSoft'],
  Cisco: ['Splunk', 'Webex'],
  IBM: ['Red Hat'],
  Walmart: ['Flipkart', "Sam's Club"],
  Disney: ['Hulu', 'ESPN', 'Pixar', 'Marvel'],
  Comcast: ['NBCUniversal', 'Sky', 'Universal'],
  Volkswagen: ['Audi', 'Porsche', 'Skoda', 'PowerCo'],
  Toyota: ['Lexus', 'Woven by Toyota'],
  'General Motors': ['Cruise', 'GM Financial'],
  'Berkshire Hathaway': ['BNSF', 'Geico', 'Berkshire Hathaway Energy'],
  'Goldman Sachs': ['Goldman Sachs Asset Management'],
  BlackRock: ['Global Infrastructure Partners'],
  Brookfield: ['Brookfield Asset Management', 'Brookfield Renewable', 'Brookfield Infrastructure'],
  'Johnson & Johnson': ['Janssen'],
  Roche: ['Genentech'],
  AstraZeneca: ['Alexion'],
  Alibaba: ['Alibaba Cloud', 'Ant Group', 'Cainiao', 'Lazada'],
  ByteDance: ['TikTok'],
  Tencent: ['Riot Games', 'WeChat'],
};

const PARENT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(PARENTS).flatMap(([parent, parts]) => parts.map((part) => [part, parent] as const)),
);

/** The company that a part belongs to; null for what is no known part. */
export function parentOf(name: string): string | null {
  return PARENT_OF.get(name) ?? null;
}
