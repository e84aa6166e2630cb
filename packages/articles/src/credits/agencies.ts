/** How texts name the agencies and wires that they come from; first match gives the name. */
const AGENCIES: readonly (readonly [name: string, pattern: string])[] = [
  ['Reuters', 'Thomson Reuters|Reuters'],
  ['Associated Press', 'The Associated Press|Associated Press|AP'],
  ['Agence France-Presse', 'Agence France-Presse|AFP'],
  ['Bloomberg', 'Bloomberg News|Bloomberg'],
  ['Dow Jones', 'Dow Jones Newswires|Dow Jones'],
  ['dpa', 'Deutsche Presse-Agentur|dpa-AFX|dpa'],
  ['PA Media', 'PA Media|Press Association'],
  ['Canadian Press', 'The Canadian Press|Canadian Press'],
  ['Australian Associated Press', 'Australian Associated Press|AAP'],
  ['Kyodo', 'Kyodo News|Kyodo'],
  ['Xinhua', 'Xinhua'],
  ['Yonhap', 'Yonhap'],
  ['ANSA', 'ANSA'],
  ['EFE', 'EFE'],
  ['Press Trust of India', 'Press Trust of India|PTI'],
  ['United Press International', 'UPI'],
  ['TASS', 'TASS'],
  ['Interfax', 'Interfax'],
  ['PR Newswire', 'PR ?Newswire(?:-[A-Za-z]+)?'],
  ['Business Wire', 'Business ?Wire'],
  ['GlobeNewswire', 'Globe ?Newswire'],
  ['Accesswire', 'ACCESS(?:WIRE| Newswire)'],
  ['EQS', 'EQS(?:-News)?'],
  ['Newsfile', 'Newsfile(?: Corp\\.?)?'],
];

const byPattern = AGENCIES.map(([name, pattern]) => ({ name, exact: new RegExp(`^(?:the )?(?:${pattern})$`, 'i') }));

/** The usual name of an agency; what was written when it is no known one. */
export function agencyName(written: string): string {
  const text = written.trim().replace(/^the (?=\p{Lu})/iu, '');
  return byPattern.find(({ exact }) => exact.test(text))?.name ?? text;
}

export function isKnownAgency(written: string): boolean {
  return byPattern.some(({ exact }) => exact.test(written.trim()));
}
