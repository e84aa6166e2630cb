import { describe, expect, it } from 'vitest';
import { packModel, unpackModel } from './choiceModel.ts';
import { FeatureBag } from './featureBag.ts';
import { hashOf, hashText, mix } from './hash.ts';

function bagOf(...words: readonly string[]): FeatureBag {
  const bag = new FeatureBag(true);
  for (const word of words) bag.add('word', word);
  return bag;
}

describe('features', () => {
  it('are the same whenever name and values are, and else differ', () => {
    expect(bagOf('buy').ids).toEqual(bagOf('buy').ids);
    expect(bagOf('buy').ids).not.toEqual(bagOf('bought').ids);
    expect(hashOf('word')).toBe(hashText('word'));
  });

  it('are added once where asked so, and told in words', () => {
    const bag = new FeatureBag(true);
    bag.addOnce('word', 'buy');
    bag.addOnce('word', 'buy');
    bag.addOnce('word', 'stake');
    expect(bag.names).toEqual(['word: buy', 'word: stake']);
    expect(bag.ids).toEqual(bagOf('buy', 'stake').ids);
  });

  it('speak once more together with a circumstance', () => {
    const bag = bagOf('buy');
    const [id = 0] = bag.ids;
    const circumstance = hashOf('acquisition');
    const model = unpackModel(
      packModel(
        new Map([
          [id, 1],
          [mix(id, circumstance), -1],
        ]),
      ),
    );
    expect(bag.scoreBy(model, null)).toBe(127);
    expect(bag.scoreBy(model, circumstance)).toBe(0);
    expect(bag.scoreBy(model, hashOf('merger'))).toBe(127);
  });
});
