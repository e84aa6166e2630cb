import { createSocket } from 'node:dgram';
import { chooseFreePort } from '@newsledger/platform';

/** Below what systems give to connections that don't care (Linux from 32768, IANA from 49152), above what services are known by. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** A port of the loopback address that is free now, and that neither a connection nor another test gets by chance before it is used again. */
export async function chooseSteadyPort(): Promise<number> {
  for (;;) {
    const wanted = FIRST_PORT + Math.floor(Math.random() * PORTS);
    if ((await isMine(wanted)) && (await chooseFreePort(wanted)) === wanted) return wanted;
  }
}

/**
 * Whether this process may have the port: its namesake for datagrams, which nobody here uses, is bound by whoever chose it until he ends, so
 * that of two tests that run beside each other one finds it taken, and none can forget to give it back.
 */
function isMine(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const mark = createSocket('udp4');
    mark.once('error', () => mark.close(() => resolve(false)));
    mark.bind({ address: '127.0.0.1', port, exclusive: true }, () => {
      mark.unref();
      resolve(true);
    });
  });
}
