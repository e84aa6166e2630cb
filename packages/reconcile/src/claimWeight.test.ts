import { expect, it } from 'vitest';
import { claimWeight } from './claimWeight.ts';
import { said } from './exampleClaims.ts';

const full = { claim: said('A', '38bn') };
const partial = { claim: said('B', '38bn', { joined: { lacks: ['counterparty'], swapped: false, otherInvestor: false, before: null } }) };
const early = { claim: said('C', '38bn', { joined: { lacks: [], swapped: false, otherInvestor: false, before: 'rumoured' } }) };
const swapped = { claim: said('D', '38bn', { joined: { lacks: [], swapped: true, otherInvestor: false, before: null } }) };

it('gives half of its vote to an origin that does not say all of the figure, or said it before it was agreed', () => {
  expect(claimWeight([partial], 1000)).toBe(500);
  expect(claimWeight([early], 1801)).toBe(900);
});

it('gives its whole vote to an origin of which any claim says all, whichever party comes first', () => {
  expect(claimWeight([partial, full], 1300)).toBe(1300);
  expect(claimWeight([swapped], 1000)).toBe(1000);
});

it('leaves at least the least vote', () => {
  expect(claimWeight([partial], 1)).toBe(1);
});
