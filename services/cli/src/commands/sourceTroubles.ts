import type { SourceTrial } from '@newsledger/fetcher';

/** A source that has published nothing for so long may have moved. */
const SILENT_AFTER_DAYS = 90;

/** What a person should know before following a source, one sentence each; nothing when all is well. */
export function sourceTroubles({ reading, pages }: SourceTrial, now: Date): string[] {
  if (reading.outcome !== 'read') return [];
  const { entries, document } = reading;
  const count = (what: string, of: (entry: (typeof entries)[number]) => boolean, consequence: string) => {
    const found = entries.filter(of).length;
    return found === 0 ? [] : [`${found} of ${entries.length} entries ${what}: ${consequence}.`];
  };
  const dates = entries.flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? []).sort();
  const newest = dates.filter((date) => Date.parse(date) <= now.getTime()).at(-1);
  const silentDays = newest === undefined ? 0 : Math.floor((now.getTime() - Date.parse(newest)) / 86_400_000);
  return [
    ...document.problems.map((problem) => `${problem} It was repaired.`),
    ...(entries.length === 0 ? ['It lists nothing.'] : []),
    ...count('have no address that can be fetched', ({ url }) => url === null, 'they would be left out'),
    ...count('have no title', ({ title }) => title === '', 'their pages must tell'),
    ...count(
      'have no date that can be read',
      ({ publishedAt, updatedAt }) => publishedAt === null && updatedAt === null,
      'their pages must tell',
    ),
    ...count(
      'are dated in the future',
      ({ publishedAt }) => publishedAt !== null && Date.parse(publishedAt) > now.getTime(),
      'check its clock',
    ),
    ...(silentDays > SILENT_AFTER_DAYS ? [`Nothing new for ${silentDays} days: it may have moved.`] : []),
    ...(reading.movedTo === null ? [] : [`It has moved for good to ${reading.movedTo}: better name that address.`]),
    ...(pages?.allowed === false
      ? [`robots.txt forbids the first article's page by "${pages.rule}": where it does, only what the source itself says is read.`]
      : []),
  ];
}
