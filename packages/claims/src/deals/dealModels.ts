import type { DealRole, DealStatus, DealType } from '@newsledger/events';
import type { Syntax } from '../features/partyFeatures.ts';
import { type ChoiceModel, indifferent, probabilities } from '../scores/choiceModel.ts';
import { hashOf, mix } from '../scores/featureBag.ts';
import { dealTypes, rolesOf } from './dealTypes.ts';

/** One score for each decision about deals. */
export interface DealModels {
  /** Does a sentence tell a deal, and of which type. */
  readonly telling: ChoiceModel;
  /** Which part somebody plays in a deal. */
  readonly party: ChoiceModel;
  /** Are two tellings of one deal. */
  readonly join: ChoiceModel;
  /** Which of those that may play a part do, all considered together. */
  readonly cast: ChoiceModel;
  /** Which amount is what it is worth. */
  readonly value: ChoiceModel;
  readonly status: ChoiceModel;
  /** Are type, parties and value right. */
  readonly certainty: ChoiceModel;
}

export const knowingNothing: DealModels = {
  telling: indifferent,
  party: indifferent,
  join: indifferent,
  cast: indifferent,
  value: indifferent,
  status: indifferent,
  certainty: indifferent,
};

/** Statuses that are learned; a denial is told by exact words. */
export const dealStatuses: readonly DealStatus[] = ['rumoured', 'talks', 'agreed', 'announced', 'completed', 'terminated', 'blocked'];

const NO_TYPE = hashOf('tells none');
const typeHash = new Map(dealTypes.map((type) => [type, hashOf(`tells ${type}`)]));
const statusHash = new Map(dealStatuses.map((status) => [status, hashOf(`is ${status}`)]));

/** The features of each answer to "which type does it tell": none first, then in the order of `dealTypes`. */
export function typeAnswers(ids: ArrayLike<number>): number[][] {
  return [NO_TYPE, ...typeHash.values()].map((answer) => Array.from(ids, (id) => mix(id, answer)));
}

/** The features of each status, in the order of `dealStatuses`. */
export function statusAnswers(ids: ArrayLike<number>): number[][] {
  return [...statusHash.values()].map((answer) => Array.from(ids, (id) => mix(id, answer)));
}

/** The features of each answer to "which role does one play in a deal of this type": none first, then in the order of `rolesOf`. */
export function roleAnswers(ids: ArrayLike<number>, syntax: readonly Syntax[], type: DealType): number[][] {
  const roles: readonly (DealRole | null)[] = [null, ...rolesOf[type]];
  return roles.map((role) => {
    const general = hashOf(role === null ? 'plays none' : `plays ${role}`);
    const ofType = hashOf(`${role ?? 'none'} in ${type}`);
    const features = [ofType];
    for (const id of Array.from(ids)) features.push(mix(id, general), mix(id, ofType));
    for (const { agent, other, id } of syntax) {
      if (role === null) features.push(mix(id, NOBODY));
      else if (agent === other) features.push(mix(id, EITHER));
      else if (role === agent) features.push(mix(id, AGENT));
      else if (role === other) features.push(mix(id, OTHER));
    }
    return features;
  });
}

const NOBODY = hashOf('stands as nobody');
const EITHER = hashOf('stands as either side');
const AGENT = hashOf('stands as who acts');
const OTHER = hashOf('stands as the other side');

const YES = hashOf('yes');

/** The features of the answers "no" and "yes". */
export function yesAnswers(ids: ArrayLike<number>): number[][] {
  return [[], [YES, ...Array.from(ids, (id) => mix(id, YES))]];
}

/** Probabilities of answers, each given by its features. */
export function chances({ sum, scale }: ChoiceModel, answers: readonly (readonly number[])[]): number[] {
  return probabilities(answers.map(sum), scale);
}
