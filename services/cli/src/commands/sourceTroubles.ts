import { believableDates } from '@newsledger/feeds';
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
  const isPast = ({ publishedAt }: (typeof entries)[number]) => publishedAt === null || Date.parse(publishedAt) <= now.getTime();
  const kept = believableDates(entries, now).entries;
  const believed = new Set(
    entries.filter(({ publishedAt, updatedAt }, at) => kept[at]?.publishedAt === publishedAt && kept[at]?.updatedAt === updatedAt),
  );
  const dates = entries.flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? []).sort();
  const newest = dates.filter((date) => Date.parse(date) <= now.getTime()).at(-1);
  const silentDays = newest === undefined ? 0 : Math.floor((now.getTime() - Date.parse(newest)) / 86_400_000);
  return [
    ...document.problems.map((problem) => `${problem} It was repaired.`),
    ...(entries.length === 0 ? ['It lists nothing.'] : []),
    ...count('have no address that can be fetched', ({ url }) => url === null, 'only what the source says of them is read'),
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
    ...count(
      "have a date that can't be, before 1990 or years away from all others",
      (entry) => isPast(entry) && !believed.has(entry),
      'they count as undated',
    ),
    ...(silentDays > SILENT_AFTER_DAYS ? [`Nothing new for ${silentDays} days: it may have moved.`] : []),
    ...(reading.movedTo === null ? [] : [`It has moved for good to ${reading.movedTo}: better name that address.`]),
    ...(pages?.allowed === false
      ? [`robots.txt forbids the first article's page by "${pages.rule}": where it does, only what the source itself says is read.`]
      : []),
  ];
}
