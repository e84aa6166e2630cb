import type { Item } from '../text/items.ts';

/** Who makes a plane, by how its models are written: `737s`, `787-9`, `777F`, `MAX`, `A320neo`. */
const models: readonly { readonly maker: string; readonly model: RegExp }[] = [
  { maker: 'Boeing', model: /^(?:7[0-8]7(?:s|Fs?|X|-\w+)?|C-17|Dreamliners?|MAX(?:es)?)$/ },
  { maker: 'Airbus', model: /^A(?:220|3[0-8]0)s?(?:neos?|ceos?|-\w+)?$/ },
];

/** The maker of the plane that an item is the model of; null for all else. */
export function makerOfPlane(item: Item | undefined): string | null {
  return item === undefined ? null : (models.find(({ model }) => model.test(item.text))?.maker ?? null);
}
