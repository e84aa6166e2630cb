/** Does `work` for each item, for at most so many at the same time; ends when all are done, with the first error if there was one. */
export async function eachAtOnce<Item>(items: Iterable<Item>, concurrency: number, work: (item: Item) => Promise<void>): Promise<void> {
  // One iterator for all: whoever is free takes the next.
  const left = Iterator.from(items);
  const workers = Array.from({ length: concurrency }, async () => {
    for (const item of left) await work(item);
  });
  await Promise.all(workers);
}
