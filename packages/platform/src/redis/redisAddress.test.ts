import { describe, expect, test } from 'vitest';
import { nameRedis, parseRedisAddress } from './redisAddress.ts';

describe('the address of a Redis', () => {
  test('of one server is handed on as it is written', () => {
    const url = 'rediss://app:s%40fe@cache.example.org:6380/2';
    expect(parseRedisAddress(url)).toEqual({ kind: 'server', url, nodes: [{ host: 'cache.example.org', port: 6380 }] });
  });

  test('of a Cluster names some of its nodes, whose port is 6379 when it is left out', () => {
    expect(parseRedisAddress('redis+cluster://app:p%40ss@a:7000,b,[::1]:7002')).toEqual({
      kind: 'cluster',
      tls: false,
      username: 'app',
      password: 'p@ss',
      nodes: [
        { host: 'a', port: 7000 },
        { host: 'b', port: 6379 },
        { host: '::1', port: 7002 },
      ],
    });
  });

  test('of sentinels names the master, perhaps a database, and what the sentinels themselves want to know', () => {
    expect(parseRedisAddress('rediss+sentinel://:secret@s1,s2:26380/mymaster/3?sentinelPassword=other')).toEqual({
      kind: 'sentinel',
      tls: true,
      username: undefined,
      password: 'secret',
      nodes: [
        { host: 's1', port: 26379 },
        { host: 's2', port: 26380 },
      ],
      master: 'mymaster',
      database: 3,
      sentinelPassword: 'other',
    });
  });

  test.each([
    ['http://host', /must begin with redis:\/\//],
    ['redis://a,b', /names one server/],
    ['redis+cluster://a/3', /database 0 alone/],
    ['redis+cluster://a:99999', /"a:99999" is no host/],
    ['redis+cluster://', /"" is no host/],
    ['redis+sentinel://a:26379', /what they call the master/],
    ['redis+sentinel://a/mymaster/x', /what they call the master/],
  ])('%s is refused, and why', (text, why) => {
    expect(() => parseRedisAddress(text)).toThrow(why);
  });

  test('is named without its password', () => {
    expect(nameRedis(parseRedisAddress('redis+cluster://:secret@a:1,[::1]:2'))).toBe('The Redis Cluster at a:1, [::1]:2');
    expect(nameRedis(parseRedisAddress('redis+sentinel://:secret@a/mymaster'))).toBe('The Redis "mymaster" of the sentinels at a:26379');
    expect(nameRedis(parseRedisAddress('redis://:secret@a'))).toBe('Redis at a:6379');
  });
});
