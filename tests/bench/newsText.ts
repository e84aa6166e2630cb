/** News-like text: sentences with and without figures, the same for every run. */
export function writeNews(bytes: number): string {
  const random = seeded(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  let text = '';
  while (text.length < bytes) {
    const sentence = pick(sentences).replaceAll(/\{(\w+)\}/g, (_, slot: string) => pick(slots[slot] ?? [slot]));
    text += sentence + (random() < 0.2 ? '\n\n' : ' ');
  }
  return text;
}

/** A linear congruential generator (Numerical Recipes): enough for a choice of words. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const slots: Readonly<Record<string, readonly string[]>> = {
  company: ['Halden Energy', 'the chipmaker', 'Morrow & Pike', 'the lender', 'Norvik Shipping', 'its larger rival', 'the airline'],
  person: ['chief executive Ada Lund', 'a spokesman', 'the finance minister', 'two people close to the talks', 'its chairwoman'],
  verb: ['said', 'reported', 'announced', 'expects', 'disclosed'],
  money: ['$38bn', '€1.3 billion', '$4.5m', '12 million pounds', 'nearly $140bn', '$1.3–1.5 trillion', '£250,000', 'Rs 2,300 crore'],
  percent: ['7.5%', '4 per cent', '12 percentage points', 'about 5%', '25 basis points', 'almost a third'],
  count: ['3,200 jobs', 'hundreds of thousands of chips', '25 million homes', 'twelve ships', 'more than 500 stores'],
  measure: ['30 GW', '400 km', 'a 7-year', '18 months', 'two and a half hours', '1.2 million barrels a day'],
  time: ['on Tuesday', 'in March 2024', 'last year', 'in the third quarter', 'on 12 May', 'after the close of trading', 'in Q3 2025'],
  thing: ['the new plant', 'its pension fund', 'the northern grid', 'the merger', 'a court in Oslo', 'demand for its engines'],
};

const sentences: readonly string[] = [
  '{company} {verb} {time} that it would pay {money} for {thing}, up {percent} from an earlier offer.',
  'Shares of {company} fell {percent} {time} as investors weighed what {person} had told them about {thing}.',
  '{person} declined to comment on {thing} and said that nothing had been decided.',
  'The plan would cut {count} and save {money} a year, according to {person}.',
  'It was raining in the harbour when the first of the workers came out to hear what their union had agreed with {company}.',
  '{company} has promised {measure} of capacity, though analysts doubt that {thing} can be ready {time}.',
  'Revenue rose to {money} {time}, while profit fell {percent} because of the cost of {thing}.',
  'Neither side would say why the talks had ended, or whether they might begin again before the summer.',
  '{company} employs {count} and runs {thing} under a contract worth between $2bn and $3bn.',
];
