import { readDeals } from '@newsledger/claims';

export const label = 'newsledger';

/** Deals in the words of the measuring stick: our roles and types by their names there. */
export function extractDeals(text: string) {
  return readDeals(text).map(({ type, start, end, parties, value }) => {
    const kind = TYPES[type] ?? 'deal';
    return {
      type: kind,
      start,
      end,
      args: [
        ...parties.map((party) => ({ role: roleOf(kind, party.role, type), start: party.start, end: party.end })),
        // The stick knows no value of plain deals.
        ...(value === null || kind === 'deal' ? [] : [{ role: 'value', start: value.start, end: value.end }]),
      ],
    };
  });
}

const TYPES: Readonly<Record<string, string>> = {
  acquisition: 'acquisition',
  merger: 'acquisition',
  divestiture: 'acquisition',
  investment: 'investment',
  funding_round: 'financing',
  ipo: 'financing',
  financing: 'financing',
};

const ROLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  acquisition: { acquirer: 'buyer', target: 'target', investor: 'buyer', investee: 'target', partner: 'target', seller: 'seller' },
  investment: { investor: 'investor', investee: 'investee' },
  financing: { investor: 'financer', investee: 'financee', seller: 'financee' },
  deal: { partner: 'partner', customer: 'partner', supplier: 'partner' },
};

function roleOf(kind: string, role: string, type: string): string {
  // Who lists its shares is a financer there.
  if (type === 'ipo' && role === 'seller') return 'financer';
  return ROLES[kind]?.[role] ?? role;
}
