import type { DealRole, DealType } from '@newsledger/events';

/** A verb that tells of a deal: who does it, to or with whom. */
export interface VerbTrigger {
  /** Of the row, for people: its first form. */
  readonly name: string;
  readonly type: DealType;
  readonly forms: string;
  readonly agent: DealRole;
  readonly other: DealRole;
  /** Words of which one stands right behind the verb where it tells of a deal: `take over`. */
  readonly particles?: readonly string[];
  readonly example: string;
}

const verbRows: readonly Omit<VerbTrigger, 'name'>[] = [
  {
    type: 'acquisition',
    forms:
      'acquire acquires acquired acquiring buy buys bought buying purchase purchases purchased purchasing swallow swallowed absorb absorbed scooped snapped gobbled',
    agent: 'acquirer',
    other: 'target',
    example: 'Cisco acquired Splunk for $28 billion.',
  },
  {
    type: 'acquisition',
    forms: 'take takes took taking taken',
    agent: 'acquirer',
    other: 'target',
    particles: ['over'],
    example: 'Cisco took over Splunk in 2024.',
  },
  {
    type: 'partnership',
    forms: 'join joins joined joining',
    agent: 'partner',
    other: 'partner',
    particles: ['forces', 'hands'],
    example: 'Toyota has joined forces with Waymo.',
  },
  {
    type: 'partnership',
    forms: 'license licenses licensed licensing licence licences licenced',
    agent: 'partner',
    other: 'partner',
    example: 'Pfizer licensed a vaccine from BioNTech.',
  },
  {
    type: 'supply_contract',
    forms: 'ordered ordering',
    agent: 'customer',
    other: 'supplier',
    example: 'Emirates has ordered 50 jets from Boeing.',
  },
  {
    type: 'supply_contract',
    forms: 'rent rents rented renting lease leases leased leasing',
    agent: 'customer',
    other: 'supplier',
    example: 'OpenAI will rent servers worth $12 billion from CoreWeave.',
  },
  {
    type: 'supply_contract',
    forms: 'spend spends spending spent',
    agent: 'customer',
    other: 'supplier',
    example: 'OpenAI has promised to spend $300 billion with Oracle on computing.',
  },
  {
    type: 'supply_contract',
    forms: 'pay pays paid paying',
    agent: 'customer',
    other: 'supplier',
    example: 'OpenAI will pay CoreWeave $12 billion under the contract.',
  },
  {
    type: 'acquisition',
    forms: 'offered bid bidding',
    agent: 'acquirer',
    other: 'target',
    example: 'Ravensholt Group has offered $25 billion for Tessaly Networks.',
  },
  {
    type: 'divestiture',
    forms: 'sell sells sold selling divest divested offload offloaded',
    agent: 'seller',
    other: 'acquirer',
    example: 'IBM sold its chip business to GlobalFoundries for $1.5 billion.',
  },
  {
    type: 'investment',
    forms:
      'invest invests invested investing inject injects injected injecting pour pours poured pouring pump pumped ploughed plowed put puts putting',
    agent: 'investor',
    other: 'investee',
    example: 'Amazon invested $4 billion in Anthropic.',
  },
  {
    type: 'merger',
    forms: 'merge merges merged merging combine combines combined combining',
    agent: 'partner',
    other: 'partner',
    example: 'Gannett merged with GateHouse Media.',
  },
  {
    type: 'partnership',
    forms:
      'partner partners partnered partnering collaborate collaborates collaborated collaborating team teams teamed teaming ally allied',
    agent: 'partner',
    other: 'partner',
    example: 'Toyota partnered with Waymo.',
  },
  {
    type: 'supply_contract',
    forms: 'supply supplies supplied supplying provide provides provided providing deliver',
    agent: 'supplier',
    other: 'customer',
    example: 'Oracle will supply computing capacity worth $300 billion to OpenAI.',
  },
  {
    type: 'financing',
    forms: 'lend lends lent lending',
    agent: 'investor',
    other: 'investee',
    example: 'JPMorgan lent $2 billion to CoreWeave.',
  },
  {
    type: 'settlement',
    forms: 'settle settles settled settling',
    agent: 'partner',
    other: 'partner',
    example: 'Meta settled with the FTC for $5 billion.',
  },
];

export const verbTriggers: readonly VerbTrigger[] = verbRows.map((row) => ({ name: `verb “${row.forms.split(' ')[0]}”`, ...row }));
