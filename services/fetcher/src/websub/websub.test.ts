import { articleIdOf } from '@newsledger/events';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FetcherContext } from '../fetcherContext.ts';
import { pollSource } from '../polling/pollSource.ts';
import { declareSource, removeSource } from '../sources/declareSource.ts';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { startTestHub, type TestHub } from '../testSite/testHub.ts';
import { atomFeed, type SitePage, startTestSite, type TestSite } from '../testSite/testSite.ts';
import { keepSubscriptions } from './keepSubscriptions.ts';
import { type CallbackServer, startCallbackServer } from './startCallbackServer.ts';
import { endOtherSubscriptions, loadSubscription } from './subscriptions.ts';

let fetcher: TestFetcher;
let site: TestSite;
let hub: TestHub;
let callbacks: CallbackServer;
let context: FetcherContext & { publicUrl: string };
let stop: AbortController;
let kept: Promise<void>;
let hour = 0;

beforeEach(async () => {
  [fetcher, site, hub] = await Promise.all([createTestFetcher(), startTestSite(), startTestHub()]);
  callbacks = await startCallbackServer(fetcher.context, { host: '127.0.0.1', port: 0 });
  context = { ...fetcher.context, publicUrl: `http://127.0.0.1:${callbacks.port}/news/` };
  stop = new AbortController();
  kept = keepSubscriptions(context, stop.signal, 20);
  hour = 0;
});

afterEach(async () => {
  stop.abort();
  await kept;
  // The hub first: it may still wait for an answer to what it asked back.
  await hub.close();
  await callbacks.close();
  await site.close();
  await fetcher.close();
});

describe('a source whose feed names a hub', () => {
  test('is subscribed with a secret, and the hub’s question is answered', async () => {
    await follow();

    expect(hub.asked[0] && Object.fromEntries(hub.asked[0])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': `${site.url}/feed`,
      'hub.callback': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/news\/websub\/[\w-]{43}$/),
      'hub.secret': expect.stringMatching(/^[\w-]{43}$/),
      'hub.lease_seconds': '864000',
    });
    expect(await hub.confirmed()).toEqual([{ status: 200, isEchoed: true }]);
    const { rows } = await fetcher.database.pool.query(
      "SELECT hub, state, lease_ends_at - now() > interval '9 days' AS long, next_try_at - now() < interval '8 days' AS renewed FROM polling.websub",
    );
    expect(rows).toEqual([{ hub: hub.url, state: 'active', long: true, renewed: true }]);
  });

  test('is subscribed by the Link header alone', async () => {
    await follow({ ...atomFeed([]), headers: { link: `<${hub.url}>; rel="hub", <${site.url}/topic>; rel=self` } });

    expect(hub.asked[0]?.get('hub.topic')).toBe(`${site.url}/topic`);
  });

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('gives what the hub sends under a signature by %s', async (method) => {
    await follow();

    expect(await hub.push(feedOf('/pushed').body ?? '', { method })).toBe(200);

    expect(await fetcher.typesOf(articleIdOf(`${site.url}/pushed`))).toEqual(['ArticleDiscovered']);
    expect(await poll(feedOf('/pushed'))).toBe('read');
    expect(await fetcher.typesOf(articleIdOf(`${site.url}/pushed`))).toEqual(['ArticleDiscovered']);
  });

  test.each([
    ['without a signature', { signature: null }],
    ['under another secret', { secret: 'guessed' }],
    ['under a signature of no known method', { signature: 'md5=00' }],
    ['under half a signature', { signature: 'sha256=00' }],
    ['under a signature that is none', { signature: 'sha256=zz' }],
  ])('takes nothing that is sent %s, and does not say so', async (_what, options) => {
    await follow();

    expect(await hub.push(feedOf('/pushed').body ?? '', options)).toBe(202);

    expect(await fetcher.typesOf(articleIdOf(`${site.url}/pushed`))).toEqual([]);
  });

  test('is renewed before its lease ends', async () => {
    hub.grant(3_600);
    await follow();
    await fetcher.database.pool.query("UPDATE polling.websub SET next_try_at = now(), lease_ends_at = now() + interval '1 minute'");

    await waitFor('the renewal', async () => ((await subscription())?.leaseEndsAt?.getTime() ?? 0) > Date.now() + 3_000_000);

    expect(hub.asked.map((form) => form.get('hub.mode'))).toEqual(['subscribe', 'subscribe']);
    expect(hub.asked[1]?.get('hub.secret')).toBe(hub.asked[0]?.get('hub.secret'));
  });

  test('is polled as before when the hub does not announce what polls find, until it does again', async () => {
    await follow();
    await poll(feedOf('/1'));
    expect((await subscription())?.state).toBe('active');
    await poll(feedOf('/2'));

    expect((await subscription())?.state).toBe('unreliable');
    await hub.push(feedOf('/3').body ?? '');
    expect(await subscription()).toMatchObject({ state: 'active', missed: 0 });
  });

  test('is unsubscribed when it is followed no more', async () => {
    await follow();
    await removeSource(fetcher.store, 'wire', new Date());
    await endOtherSubscriptions(fetcher.database.pool, []);

    await waitFor('the end of the subscription', async () => (await subscription()) === null);

    expect(hub.asked.at(-1)?.get('hub.mode')).toBe('unsubscribe');
    expect((await hub.confirmed()).at(-1)).toEqual({ status: 200, isEchoed: true });
    expect(await hub.push(feedOf('/late').body ?? '')).toBe(410);
  });

  test('is unsubscribed when the feed names no hub any more, and anew with another secret when it names another', async () => {
    await follow();
    const [first] = hub.asked;
    await poll(feedOf('/1', `${hub.url}other`));
    await waitFor('the second subscription', async () => (await subscription())?.state === 'active' && hub.asked.length === 2);
    expect(hub.asked[1]?.get('hub.secret')).not.toBe(first?.get('hub.secret'));

    await poll(atomFeed([]));
    await waitFor('the end of the subscription', async () => (await subscription()) === null);
  });

  test('is asked for again, later and later, while the hub fails', async () => {
    hub.answerWith(500);
    await follow();
    await waitFor('the failure', async () => (await subscription())?.failures === 1);

    const { rows } = await fetcher.database.pool.query(
      "SELECT state, last_error, next_try_at > now() + interval '4 minutes' AS later FROM polling.websub",
    );
    expect(rows).toEqual([{ state: 'asked', last_error: expect.stringContaining('answered 500'), later: true }]);
  });

  test('is left to polls when the hub denies it', async () => {
    await follow();

    expect(await hub.tell({ 'hub.mode': 'denied', 'hub.topic': `${site.url}/feed`, 'hub.reason': 'too many' })).toBe(200);

    expect(await subscription()).toMatchObject({ state: 'denied', leaseEndsAt: null });
  });
});

describe('a question that nobody asked', () => {
  test.each([
    ['about another topic', { 'hub.mode': 'subscribe', 'hub.topic': 'https://evil.example/feed', 'hub.challenge': 'x' }],
    ['to unsubscribe what is wanted', { 'hub.mode': 'unsubscribe', 'hub.topic': '', 'hub.challenge': 'x' }],
    ['in another mode', { 'hub.mode': 'publish', 'hub.topic': '', 'hub.challenge': 'x' }],
  ])('%s is not confirmed', async (_what, query) => {
    await follow();

    expect(await hub.tell({ ...query, 'hub.topic': query['hub.topic'] || `${site.url}/feed` })).toBe(404);

    expect((await subscription())?.state).toBe('active');
  });

  test.each([
    ['GET', '/websub/guess', 404],
    ['GET', `/websub/${'a'.repeat(43)}`, 404],
    ['POST', `/websub/${'a'.repeat(43)}`, 410],
    ['PUT', `/websub/${'a'.repeat(43)}`, 405],
    ['GET', '/', 404],
  ])('%s %s is answered %i', async (method, path, status) => {
    expect((await fetch(`http://127.0.0.1:${callbacks.port}${path}`, { method })).status).toBe(status);
  });

  test('a push without end is cut off', async () => {
    await follow();

    await expect(hub.push('x'.repeat(6 * 1024 * 1024)).catch(() => 413)).resolves.toBe(413);
  });
});

test('without an address of our own no hub is asked', async () => {
  context = { ...context, publicUrl: '' };
  await declare();
  site.set('/feed', feedOf('/a'));

  await pollSource({ ...context, publicUrl: null }, 'wire', AbortSignal.timeout(10_000), new Date());

  expect(await subscription()).toBeNull();
});

function feedOf(path: string, hubUrl = hub.url): SitePage {
  const { body = '' } = atomFeed([{ url: `${site.url}${path}`, title: path }]);
  return {
    body: body.replace(
      '<id>urn:test</id>',
      `<id>urn:test</id><link rel="hub" href="${hubUrl}"/><link rel="self" href="${site.url}/feed"/>`,
    ),
  };
}

async function follow(page: SitePage = feedOf('/0')): Promise<void> {
  await declare();
  await poll(page);
  await waitFor('the hub to be asked', () => hub.asked.length > 0);
  await waitFor('the subscription', async () => (await subscription())?.state === 'active' || (await subscription())?.failures === 1);
}

function declare() {
  const settings = { sourceId: 'wire', name: 'Wire', url: `${site.url}/feed`, kind: null, primaryFor: [], everySeconds: 60, select: null };
  return declareSource(fetcher.store, { ...settings, declaredBy: 'file' });
}

function poll(page: SitePage) {
  site.set('/feed', page);
  hour += 1;
  return pollSource(context, 'wire', AbortSignal.timeout(10_000), new Date(Date.UTC(2025, 10, 3, hour)));
}

function subscription() {
  return loadSubscription(fetcher.database.pool, 'wire');
}
