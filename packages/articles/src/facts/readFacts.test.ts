import { expect, test } from 'vitest';
import { readFacts } from './readFacts.ts';

const filing = `<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body><ix:header><ix:hidden></ix:hidden><ix:resources>
<xbrli:context id="q3"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">1</xbrli:identifier></xbrli:entity>
  <xbrli:period><xbrli:startDate>2025-07-01</xbrli:startDate><xbrli:endDate>2025-09-30</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="cloud"><xbrli:entity><xbrli:segment><xbrldi:explicitMember dimension="x">y</xbrldi:explicitMember></xbrli:segment></xbrli:entity>
  <xbrli:period><xbrli:startDate>2025-07-01</xbrli:startDate><xbrli:endDate>2025-09-30</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="end"><xbrli:entity></xbrli:entity><xbrli:period><xbrli:instant>2025-09-30</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator>
  <xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit></ix:resources></ix:header>
<p><ix:nonNumeric name="dei:EntityRegistrantName" contextRef="q3">Northfold Systems, Inc.</ix:nonNumeric></p>
<p>Revenue $<ix:nonFraction name="us-gaap:Revenues" contextRef="q3" unitRef="usd" scale="6" decimals="-6" format="ixt:num-dot-decimal">1,204.5</ix:nonFraction> million</p>
<p>Loss (<ix:nonFraction name="us-gaap:NetIncomeLoss" contextRef="q3" unitRef="usd" scale="3" sign="-" decimals="-3">88</ix:nonFraction>)</p>
<p>A share <ix:nonFraction name="us-gaap:EarningsPerShareDiluted" contextRef="q3" unitRef="eps" decimals="2">0.07</ix:nonFraction></p>
<p>Umsatz <ix:nonFraction name="us-gaap:GrossProfit" contextRef="q3" unitRef="usd" scale="-2" format="ixt:num-comma-decimal">1.234,5</ix:nonFraction></p>
<p>Debt <ix:nonFraction name="us-gaap:LongTermDebt" contextRef="end" unitRef="usd" format="ixt:fixed-zero">—</ix:nonFraction></p>
<p>Cloud <ix:nonFraction name="us-gaap:Revenues" contextRef="cloud" unitRef="usd" scale="6">300</ix:nonFraction></p>
<p>Odd <ix:nonFraction name="us-gaap:Revenues" contextRef="q3" unitRef="usd">none</ix:nonFraction></p></body></html>`;

test('facts of inline XBRL are scaled and signed exactly, with unit, period and whose they are', () => {
  const quarter = { entity: 'Northfold Systems, Inc.', from: '2025-07-01', to: '2025-09-30' };

  expect(readFacts(filing)).toEqual([
    { ...quarter, concept: 'us-gaap:Revenues', value: '1204500000', unit: 'USD', written: ['1,204.5'] },
    { ...quarter, concept: 'us-gaap:NetIncomeLoss', value: '-88000', unit: 'USD', written: ['88'] },
    { ...quarter, concept: 'us-gaap:EarningsPerShareDiluted', value: '0.07', unit: 'USD/share', written: ['0.07'] },
    { ...quarter, concept: 'us-gaap:GrossProfit', value: '12.345', unit: 'USD', written: ['1.234,5'] },
    { ...quarter, concept: 'us-gaap:LongTermDebt', value: '0', unit: 'USD', from: '2025-09-30', written: ['—'] },
  ]);
});

test('employees of JSON-LD are read, as a number or with a unit around it', () => {
  const page = (count: string) =>
    `<script type="application/ld+json">{"@type":"Corporation","name":"Northfold","numberOfEmployees":${count}}</script>`;

  expect(readFacts(page('{"@type":"QuantitativeValue","value":"45,000"}'))).toMatchObject([{ entity: 'Northfold', value: '45000' }]);
  expect(readFacts(page('45000'))).toMatchObject([{ written: ['45,000', '45000'] }]);
  expect(readFacts(page('"many"'))).toEqual([]);
});

test('other pages carry no facts', () => {
  expect(readFacts('<html><body><p>Revenue was $3 billion.</p></body></html>')).toEqual([]);
});

test('a filing whose contexts stand in each other by the thousand is read', () => {
  expect(readFacts('<ix:nonfraction><context>'.repeat(20_000))).toEqual([]);
});
