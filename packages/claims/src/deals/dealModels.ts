import type { DealStatus, DealType } from '@newsledger/events';
import type { Syntax } from '../features/partyFeatures.ts';
import { type ChoiceModel, indifferent, probabilities } from '../scores/choiceModel.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { hashOf, mix } from '../scores/hash.ts';
import { dealTypes, rolesOf } from './dealTypes.ts';

/** One score for each decision about deals. */
export interface DealModels {
  /** Does a sentence tell a deal, and of which type. */
  readonly telling: ChoiceModel;
  /** Which part somebody plays in a deal. */
  readonly party: ChoiceModel;
  /** Are two tellings of one deal. */
  readonly join: ChoiceModel;
  /** Whether somebody who may play a part does, by how likely everybody else is. */
  readonly cast: ChoiceModel;
  /** Which of them take part, all together. */
  readonly together: ChoiceModel;
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
  together: indifferent,
  value: indifferent,
  status: indifferent,
  certainty: indifferent,
};

/** Statuses that are learned; a denial is told by exact words. */
export const dealStatuses: readonly DealStatus[] = ['rumoured', 'talks', 'agreed', 'announced', 'completed', 'terminated', 'blocked'];

/** What features count together with, for each answer to a question. */
const typeAnswers = [hashOf('tells none'), ...dealTypes.map((type) => hashOf(`tells ${type}`))];
const statusAnswers = dealStatuses.map((status) => hashOf(`is ${status}`));
const yes = hashOf('yes');

/** A question put to a model: the sum of the weights that speak for each answer, and for fitting the features that each answer has. */
export interface Question {
  readonly sums: (model: ChoiceModel) => number[];
  readonly answers: () => number[][];
}

/** Which type a sentence tells: none first, then in the order of `dealTypes`. */
export function whichType({ ids }: FeatureBag): Question {
  return together(ids, typeAnswers);
}

/** How far a deal is, in the order of `dealStatuses`. */
export function whichStatus({ ids }: FeatureBag): Question {
  return together(ids, statusAnswers);
}

function together(ids: readonly number[], answers: readonly number[]): Question {
  return {
    sums: (model) => answers.map((answer) => model.sumWithin(ids, answer)),
    answers: () => answers.map((answer) => ids.map((id) => mix(id, answer))),
  };
}

/** No first, then yes. */
export function whether({ ids }: FeatureBag): Question {
  return {
    sums: (model) => [0, model.weightOf(yes) + model.sumWithin(ids, yes)],
    answers: () => [[], [yes, ...ids.map((id) => mix(id, yes))]],
  };
}

/** Which role somebody plays in a deal of this type: none first, then in the order of `rolesOf`. */
export function whichRole({ ids }: FeatureBag, syntax: readonly Syntax[], type: DealType): Question {
  const roles = roleAnswers.get(type) ?? [];
  const idsOf = ({ general, ofType, stands }: RoleAnswer): number[] => [
    ofType,
    ...ids.flatMap((id) => [mix(id, general), mix(id, ofType)]),
    ...syntax.flatMap((place) => stands(place) ?? []),
  ];
  return {
    sums: (model) =>
      roles.map(({ general, ofType, stands }) => {
        let sum = model.weightOf(ofType) + model.sumWithin(ids, general) + model.sumWithin(ids, ofType);
        for (const place of syntax) {
          const id = stands(place);
          if (id !== null) sum += model.weightOf(id);
        }
        return sum;
      }),
    answers: () => roles.map(idsOf),
  };
}

interface RoleAnswer {
  /** What features count together with in whatever type of deal, and in this one. */
  readonly general: number;
  readonly ofType: number;
  /** What a place in the grammar says for it; null when nothing. */
  readonly stands: (place: Syntax) => number | null;
}

const NOBODY = hashOf('stands as nobody');
const EITHER = hashOf('stands as either side');
const AGENT = hashOf('stands as who acts');
const OTHER = hashOf('stands as the other side');

const roleAnswers: ReadonlyMap<DealType, readonly RoleAnswer[]> = new Map(
  dealTypes.map((type) => [
    type,
    [
      { general: hashOf('plays none'), ofType: hashOf(`none in ${type}`), stands: ({ id }) => mix(id, NOBODY) },
      ...rolesOf[type].map((role) => ({
        general: hashOf(`plays ${role}`),
        ofType: hashOf(`${role} in ${type}`),
        stands: ({ agent, other, id }: Syntax) =>
          agent === other ? mix(id, EITHER) : role === agent ? mix(id, AGENT) : role === other ? mix(id, OTHER) : null,
      })),
    ],
  ]),
);

/** Probabilities of the answers to a question. */
export function chances(model: ChoiceModel, { sums }: Question): number[] {
  return probabilities(sums(model), model.scale);
}

/** How likely the answer is yes. */
export function chanceOf(model: ChoiceModel, bag: FeatureBag): number {
  return chances(model, whether(bag))[1] ?? 0;
}
