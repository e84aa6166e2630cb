/**
 * Settings of a session on which others wait. A process that is stopped, and not dead, is cut off after a minute: folding a batch keeps it busy for
 * seconds, on a slow machine for many. A machine that vanishes without a word is noticed after five seconds.
 */
const SETTINGS = {
  idle_in_transaction_session_timeout: '60s',
  idle_session_timeout: '60s',
  tcp_keepalives_idle: '2s',
  tcp_keepalives_interval: '1s',
  tcp_keepalives_count: '3',
} as const;

/** SQL that has the server cut a session off whose process hangs; `LOCAL` until its transaction ends. */
export function cutOff(scope: 'LOCAL' | 'SESSION'): string {
  return Object.entries(SETTINGS)
    .map(([setting, value]) => `SET ${scope} ${setting} = '${value}'`)
    .join('; ');
}
