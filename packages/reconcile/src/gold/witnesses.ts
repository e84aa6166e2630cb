import { all, type Story, tell } from './story.ts';

const wire = { wireCredit: 'Meridian Wire' };
const release = { isPrimary: true, speaksFor: ['OpenAI'] };
const copy = { canonicalUrl: 'https://a.example/1' };
const forecast = { measure: 'revenue', period: '2026', status: 'forecast', counterparty: null } as const;
const late = { on: '2025-11-04' };

/** Who counts: copies, quotes, primary sources, majorities, rival forecasts, slips of the pen. */
export const witnesses: readonly Story[] = [
  { name: 'a lone paper', tells: all({}, ['A', '38bn']), comesTo: ['38bn 37.5bn..38.5bn single_source'] },
  { name: 'two papers', tells: all({}, ['A', '38bn'], ['B', '38bn']), comesTo: ['38bn 37.5bn..38.5bn agreed'] },
  {
    name: 'two against one',
    tells: all({}, ['A', '38bn'], ['B', '38bn'], ['C', '52bn']),
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; C other'],
  },
  {
    name: 'three against two',
    tells: all({}, ['A', '38bn'], ['B', '38bn'], ['C', '38bn'], ['D', '52bn'], ['E', '52bn']),
    comesTo: ['38bn 37.5bn..38.5bn disputed; D other; E other'],
  },
  { name: 'one against one', tells: all({}, ['A', '38bn'], ['B', '52bn', late]), comesTo: ['38bn 37.5bn..38.5bn disputed; B other'] },
  {
    name: 'three that all differ',
    tells: all({}, ['A', '38bn', late], ['B', '45bn'], ['C', '52bn', late]),
    comesTo: ['45bn 44.5bn..45.5bn disputed; A other; C other'],
  },
  {
    name: 'three prints of one wire story',
    tells: all({}, ['A', '38bn', wire], ['B', '38bn', wire], ['C', '38bn', wire]),
    comesTo: ['38bn 37.5bn..38.5bn single_source'],
  },
  {
    name: 'a wrong wire story in five papers against two reporters',
    tells: all(
      {},
      ['A', '83bn', wire],
      ['B', '83bn', wire],
      ['C', '83bn', wire],
      ['D', '83bn', wire],
      ['E', '83bn', wire],
      ['X', '38bn'],
      ['Y', '38bn'],
    ),
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; A slip; B slip; C slip; D slip; E slip'],
  },
  {
    name: 'a wire garbled by who prints it',
    tells: all({}, ['Meridian Wire', '38bn'], ['A', '45bn', wire]),
    comesTo: ['38bn 37.5bn..38.5bn single_source; A garbled_copy'],
  },
  {
    name: 'a copy that keeps the address of its original',
    tells: all({}, ['A', '38bn', copy], ['B', '38bn', copy]),
    comesTo: ['38bn 37.5bn..38.5bn single_source'],
  },
  {
    name: 'a rewritten copy',
    tells: all({}, ['A', '38bn', { fingerprint: '0123456789abcdef' }], ['B', '38bn', { fingerprint: '0123456789abcdee' }]),
    comesTo: ['38bn 37.5bn..38.5bn single_source'],
  },
  {
    name: 'two texts of their own',
    tells: all({}, ['A', '38bn', { fingerprint: '0123456789abcdef' }], ['B', '38bn', { fingerprint: 'fedcba9876543210' }]),
    comesTo: ['38bn 37.5bn..38.5bn agreed'],
  },
  {
    name: 'one chief executive quoted by three',
    tells: all(
      {},
      ['A', '1.4tn', { speaker: 'Sam Altman' }],
      ['B', '1.4tn', { speaker: 'Sam Altman' }],
      ['C', '1.4tn', { speaker: 'Sam Altman' }],
    ),
    comesTo: ['1.4tn 1.35tn..1.45tn single_source'],
  },
  {
    name: 'a quote and a reporter',
    tells: all({}, ['A', '1.4tn', { speaker: 'Sam Altman' }], ['B', '~1.4tn']),
    comesTo: ['1.4tn 1.35tn..1.45tn agreed'],
  },
  {
    name: 'a release and papers that agree',
    tells: all({}, ['OpenAI News', '38bn', release], ['A', '38bn'], ['B', '~38bn']),
    comesTo: ['38bn 37.5bn..38.5bn agreed'],
  },
  {
    name: 'a release against one paper',
    tells: all({}, ['OpenAI News', '38bn', release], ['A', '40bn']),
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; A other'],
  },
  {
    name: 'a release against three papers',
    tells: all({}, ['OpenAI News', '38bn', release], ['A', '40bn'], ['B', '40bn'], ['C', '40bn']),
    comesTo: ['38bn 37.5bn..38.5bn disputed; A other; B other; C other'],
  },
  {
    name: 'releases of both parties that differ',
    tells: all(
      {},
      ['OpenAI News', '38bn', release],
      ['AWS News', '40bn', { isPrimary: true, speaksFor: ['Amazon Web Services'], ...late }],
    ),
    comesTo: ['38bn 37.5bn..38.5bn disputed; AWS News other'],
  },
  {
    name: 'a release made exact by a paper',
    tells: all({}, ['OpenAI News', '38bn', release], ['A', '38.25bn']),
    comesTo: ['38.25bn 38.245bn..38.255bn agreed'],
  },
  {
    name: 'who quotes the company repeats its release',
    tells: all({}, ['OpenAI News', '38bn', release], ['A', '38bn', { speaker: 'OpenAI' }]),
    comesTo: ['38bn 37.5bn..38.5bn single_source'],
  },
  {
    name: 'rival forecasters',
    tells: all(forecast, ['A', '20bn', { speaker: 'Gull' }], ['B', '26bn', { speaker: 'Tern', ...late }]),
    comesTo: ['20bn 19.5bn..20.5bn disputed; B rival_forecast'],
  },
  {
    name: 'a forecaster who changed his mind',
    tells: all(forecast, ['A', '20bn', { speaker: 'Gull' }], ['B', '26bn', { speaker: 'Gull', on: '2025-12-04' }]),
    comesTo: ['26bn 25.5bn..26.5bn superseded; A superseded'],
  },
  {
    name: 'forecasters who agree',
    tells: all(forecast, ['A', '~20bn', { speaker: 'Gull' }], ['B', '20.5bn', { speaker: 'Tern' }]),
    comesTo: ['20.5bn 20.45bn..20.55bn agreed'],
  },
  {
    name: 'a forecast and its outcome',
    tells: [tell('A', '20bn', forecast), tell('B', '17bn', { ...forecast, status: 'actual' })],
    comesTo: ['20bn 19.5bn..20.5bn single_source', '17bn 16.5bn..17.5bn single_source'],
  },
  {
    name: 'million for billion against two',
    tells: all({}, ['A', '38bn'], ['B', '38bn'], ['C', '38m']),
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; C slip'],
  },
  {
    name: 'million for billion against one',
    tells: all({}, ['A', '38bn'], ['B', '38m', late]),
    comesTo: ['38bn 37.5bn..38.5bn disputed; B slip'],
  },
  {
    name: 'a thousandfold trillion',
    tells: all({}, ['A', '1.4tn'], ['B', '1.4tn'], ['C', '1400tn']),
    comesTo: ['1.4tn 1.35tn..1.45tn agreed_with_outlier; C slip'],
  },
  {
    name: 'swapped digits',
    tells: all({}, ['A', '38bn'], ['B', '38bn'], ['C', '83bn']),
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; C slip'],
  },
  {
    name: 'a slipped decimal point',
    tells: all({}, ['A', '1.25bn'], ['B', '1.25bn'], ['C', '12.5bn']),
    comesTo: ['1.25bn 1.245bn..1.255bn agreed_with_outlier; C slip'],
  },
  {
    name: 'a dropped scale',
    tells: all({}, ['A', '38bn'], ['B', '38bn'], ['C', '38']),
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; C slip'],
  },
  {
    name: 'a mistyped head count',
    tells: all({ measure: 'employees', unit: 'employee' }, ['A', 'exactly 154082'], ['B', 'exactly 154082'], ['C', 'exactly 152082']),
    comesTo: ['154082 154082..154082 agreed_with_outlier; C slip'],
  },
  {
    name: 'percent and fraction',
    tells: all({ measure: 'growth', unit: '%' }, ['A', '33'], ['B', '33'], ['C', '0.33']),
    comesTo: ['33 32.5..33.5 agreed_with_outlier; C slip'],
  },
  {
    name: 'twice as much is no slip',
    tells: all({}, ['A', '38bn'], ['B', '38bn'], ['C', '76bn']),
    comesTo: ['38bn 37.5bn..38.5bn agreed_with_outlier; C other'],
  },
];
