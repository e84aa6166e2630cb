import { expect, test } from 'vitest';
import { scan } from './index.ts';

test('a stated tolerance is the interval, as a share, in the same unit or in another one', () => {
  const intervals = ['$65bn, plus or minus 2%', '10 ± 0.1 mm', '10 kg ± 5 g', '20 °C ± 2 °C', '$1.2 billion ± $50 million'].map((text) => {
    const [quantity] = scan(text);
    return `${quantity?.low} to ${quantity?.high} ${quantity?.unit}`;
  });
  expect(intervals).toEqual([
    '63700000000 to 66300000000 USD',
    '0.0099 to 0.0101 m',
    '9995 to 10005 g',
    '18 to 22 °C',
    '1150000000 to 1250000000 USD',
  ]);
});
