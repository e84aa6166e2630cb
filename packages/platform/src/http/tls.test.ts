import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildConnector } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpClient, type HttpClient } from './httpClient.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasOpenssl)('TLS to an address that was checked (skipped without the openssl command)', () => {
  let server: Server;
  let trusting: HttpClient;
  let plain: HttpClient;
  let port: number;

  beforeAll(async () => {
    const { key, cert } = makeCertificate('news.example');
    server = createServer({ key, cert }, (request, response) => response.end(request.headers.host));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    const common = { userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'], resolver: async () => ['127.0.0.1'] };
    trusting = createHttpClient({ ...common, connector: buildConnector({ ca: cert, allowH2: false }) });
    plain = createHttpClient(common);
  });

  afterAll(async () => {
    await trusting.close();
    await plain.close();
    await new Promise((resolve) => server.close(resolve));
  });

  test('the certificate of the name is accepted', async () => {
    const { body } = await trusting.fetch(`https://news.example:${port}/`);

    expect(Buffer.from(body).toString()).toBe(`news.example:${port}`);
  });

  test('a certificate of another name, or of nobody known, is refused for good', async () => {
    const refused = { reason: 'unreachable', retryable: false, message: expect.stringContaining('certificate') };

    await expect(trusting.fetch(`https://other.example:${port}/`)).rejects.toMatchObject(refused);
    await expect(trusting.fetch(`https://127.0.0.1:${port}/`)).rejects.toMatchObject(refused);
    await expect(plain.fetch(`https://news.example:${port}/`)).rejects.toMatchObject(refused);
  });
});

function makeCertificate(name: string): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsledger-tls-'));
  const [keyFile, certFile] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  spawnSync('openssl', [...request, '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', keyFile, '-out', certFile]);
  const made = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
  rmSync(folder, { recursive: true });
  return made;
}
