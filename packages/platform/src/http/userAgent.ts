import manifest from '../../package.json' with { type: 'json' };

/** Says who asks and where to complain, as publishers expect of a robot (RFC 9309 §2.2.1). */
export function userAgentOf(contact: string | null): string {
  return `Newsledger/${manifest.version} (+${contact ?? 'no contact set'})`;
}

/** The product token that robots.txt files name. */
export const robotName = 'Newsledger';
