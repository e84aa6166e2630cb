import { describe, expect, it } from 'vitest';
import { wireCreditOf } from './wireCredit.ts';

const TEXT = 'The company said on Monday that it would build a plant, and that the plant would be large.';

describe('wireCreditOf', () => {
  it.each([
    ['LONDON, Nov 3 (Reuters) - The company said it would build a plant.', 'Reuters'],
    ['(Reuters) – The company said it would build a plant.', 'Reuters'],
    ['NEW YORK (AP) — The company said it would build a plant.', 'Associated Press'],
    ['SEATTLE, Nov. 3, 2025 /PRNewswire/ -- The company said it would build a plant.', 'PR Newswire'],
    ['SEATTLE--(BUSINESS WIRE)--The company said it would build a plant.', 'Business Wire'],
    ['Berlin (dpa) - Das Unternehmen baut ein Werk.', 'dpa'],
    ['HAMBURG (North Sea Dispatch) — The company said it would build a plant.', 'North Sea Dispatch'],
  ])('reads the agency from the dateline "%s"', (lead, agency) => {
    expect(wireCreditOf([lead, TEXT], [])).toBe(agency);
  });

  it.each([
    ['Source: Reuters', 'Reuters'],
    ['SOURCE: Business Wire', 'Business Wire'],
    ['This article was first published by Northern Newswire.', 'Northern Newswire'],
    ['This story was originally published by The Harbour Times and is reproduced with permission.', 'Harbour Times'],
    ['Reporting by Meridian Wire', 'Meridian Wire'],
    ['— Bloomberg', 'Bloomberg'],
  ])('reads the agency from the last line "%s"', (line, agency) => {
    expect(wireCreditOf([TEXT, TEXT, line], [])).toBe(agency);
  });

  it('reads the agency from the byline', () => {
    expect(wireCreditOf([TEXT], ['Ada Birch', 'AFP'])).toBe('Agence France-Presse');
  });

  it.each([
    'Reporting by Ada Birch in Leith; editing by Carl Dune',
    'Harbour Chips (NYSE: HCX) said it would build a plant.',
    'The company (Harbour) said that it would build a plant, its first.',
    'Source: Ada Birch',
  ])('credits nobody for "%s"', (line) => {
    expect(wireCreditOf([line, TEXT], ['Ada Birch'])).toBeNull();
  });
});
