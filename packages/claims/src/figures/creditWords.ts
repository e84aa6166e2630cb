/** Verbs by which somebody says, reckons or expects something. */
const SAYING: ReadonlySet<string> = new Set(
  (
    'said says say estimate estimates estimated forecast forecasts predict predicts predicted project projects projected expect expects expected told wrote writes ' +
    'reported reports reckon reckons reckoned believe believes added adds noted notes argue argues argued calculate calculates calculated puts put think ' +
    'thinks sees anticipate anticipates anticipated claim claims claimed confirmed disclosed announced ' +
    'expecting forecasting projecting predicting'
  ).split(' '),
);
/** `analysts surveyed by LSEG`: before whoever asked. */
const ASKING: ReadonlySet<string> = new Set(['surveyed', 'polled', 'compiled']);
/** Adds to what somebody was just told to do: `…, claiming that it cost $6 million`. */
const ADDING: ReadonlySet<string> = new Set('claiming saying estimating forecasting predicting projecting noting arguing'.split(' '));
/** What somebody makes who reckons. */
const ESTIMATES: ReadonlySet<string> = new Set(
  'estimate estimates forecast forecasts projection projections analysis calculation calculations report study survey guidance outlook'.split(
    ' ',
  ),
);
/** Who is cited without a name. */
const SOURCES: ReadonlySet<string> = new Set('people person persons source sources executives officials bankers investors'.split(' '));

const CREDITING = new Set(['according', 'analysts', 'economists', ...ASKING, ...SAYING, ...ADDING, ...SOURCES, ...ESTIMATES]);

/** Whether a word is one that credits are made with. */
export function isCreditWord(lower: string): boolean {
  return CREDITING.has(lower);
}
