import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

export type AddressVerdict =
  | { allowed: true /** In the operator's own allow-list, not merely public. */; listed: boolean }
  | { allowed: false; why: string };

/** Ports on which public web servers are expected; others need the allow-list. */
const PUBLIC_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** Public by number, but answered by the cloud that the machine stands in: Azure's platform address. */
const PLATFORM_ADDRESSES = ['168.63.129.16/32'];

/** The only IPv6 block that is handed out for the public internet (IANA IPv6 Address Space registry). */
const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR('2000::/3');

/** NAT64's well-known prefix (RFC 6052); IPv6-only networks reach public IPv4 hosts by it. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

const platform = PLATFORM_ADDRESSES.map((cidr) => ipaddr.parseCIDR(cidr));

/**
 * Decides which addresses may be connected to: public ones on usual ports, and those of `allowList` on any port.
 * IPv4 addresses inside IPv6 (mapped, NAT64) are judged as what they stand for; retired tunnels (6to4, Teredo, compatible) are refused.
 * @param allowList networks in CIDR notation.
 * @throws {Error} when an entry is no CIDR.
 */
export function createAddressPolicy(allowList: readonly string[] = []): (address: string, port: number) => AddressVerdict {
  const listed = allowList.map((cidr) => ipaddr.parseCIDR(cidr));
  return (text, port) => {
    const address = parseStrictly(text);
    if (address === null) return { allowed: false, why: `"${text}" is no IP address` };
    const meant = unwrap(address);
    if ([address, meant].some((candidate) => listed.some((block) => inBlock(candidate, block)))) return { allowed: true, listed: true };
    const special = specialUse(meant);
    if (special !== null) return { allowed: false, why: `${text} is a ${special} address` };
    if (!PUBLIC_PORTS.has(port)) return { allowed: false, why: `port ${port} is no usual port of a public web server` };
    return { allowed: true, listed: false };
  };
}

/** Only the plain notations that sockets report: no octal, hexadecimal, short or zoned forms. */
function parseStrictly(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (isIPv6(text) && !text.includes('%')) return ipaddr.IPv6.parse(inHexadecimal(text));
  return null;
}

/** ipaddr.js takes the dotted `::127.0.0.1` for a mapped address, which it isn't. */
function inHexadecimal(text: string): string {
  return new URL(`http://[${text}]`).hostname.slice(1, -1);
}

function unwrap(address: Address): Address {
  if (address instanceof ipaddr.IPv4) return address;
  const { parts } = address;
  const isMapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
  if (!isMapped && !inBlock(address, NAT64)) return address;
  return ipaddr.fromByteArray(address.toByteArray().slice(12));
}

function specialUse(address: Address): string | null {
  const range = address.range();
  if (range !== 'unicast') return range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (address instanceof ipaddr.IPv6 && !inBlock(address, GLOBAL_UNICAST_V6)) return 'unassigned';
  return platform.some((block) => inBlock(address, block)) ? 'cloud platform' : null;
}

function inBlock(address: Address, block: [Address, number]): boolean {
  return address.kind() === block[0].kind() && address.match(block);
}
