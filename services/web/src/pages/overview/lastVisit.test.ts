import { expect, it } from 'vitest';
import { rememberVisit, visitOf } from './lastVisit.ts';

const at = (time: string) => new Date(`2025-11-03T${time}:00Z`);
const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? '';
const nextVisit = (cookies: string | undefined, shown: Date, now: Date) => cookieOf(rememberVisit(visitOf(cookies, now), shown, now));

it('knows no visit before the first', () => {
  expect(visitOf(undefined, at('10:00')).since).toBeNull();
});

it('goes on at the next visit where the one before ended', () => {
  const cookie = nextVisit(undefined, at('09:59'), at('10:00'));
  expect(visitOf(`a=b; ${cookie}; c=d`, at('15:00')).since).toEqual(at('09:59'));
});

it('takes nothing away when the page is opened again within one visit', () => {
  const first = nextVisit(undefined, at('09:59'), at('10:00'));
  const second = nextVisit(first, at('14:50'), at('15:00'));
  const third = nextVisit(second, at('15:05'), at('15:10'));
  expect(visitOf(third, at('15:20')).since).toEqual(at('09:59'));
  expect(visitOf(third, at('20:00')).since).toEqual(at('15:05'));
});

it.each([
  'newsledger_seen=',
  'newsledger_seen=1.2',
  'newsledger_seen=<b>.1.1',
  'xnewsledger_seen=1.1.1',
  `newsledger_seen=${'z'.repeat(40)}.1.1`,
])('forgets what it can not read: %s', (cookie) => {
  expect(visitOf(cookie, at('10:00')).since).toBeNull();
});

it('can be read by no script, and goes to no other site', () => {
  expect(rememberVisit({ since: null }, at('10:00'), at('10:00'))).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
});
