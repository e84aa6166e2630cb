import type { FigureStatus } from '@newsledger/events';
import { bitOf } from '../text/wordHints.ts';

/** Words that set a figure's status, in order of precedence; the first row that matches the clause decides. */
export const statusRules: readonly {
  readonly status: Exclude<FigureStatus, 'actual'>;
  readonly words: RegExp;
  readonly example: string;
}[] = [
  {
    status: 'denied',
    words:
      /\b(?:den(?:y|ie[sd]|ying)|rejected (?:reports|suggestions|a report|claims)|dismissed (?:reports|a report|as)|untrue|no truth|did not make|not bid|ruled out)\b/,
    example: 'It denied a $25 billion bid.',
  },
  {
    status: 'talks',
    words:
      /\b(?:in (?:\w+ )?(?:talks|discussions|negotiations)|negotiating|holding talks|held talks|discussing|discussed|talking about|talked about|weighs|weighing|considers|is considering|are considering|considering|exploring|talks (?:about|on|to|with|over|at|that)|in early talks|close to (?:an? |the )?(?:deal|agreement)|near(?:s|ing)? an? (?:deal|agreement)|could (?:offer|bid))\b/,
    example: 'It is in talks to raise $10 billion.',
  },
  {
    status: 'rumoured',
    words:
      /\b(?:reportedly|is said to|are said to|was said to|could value|could be (?:worth|valued)|might value|may value|rumou?red|rumou?rs?|speculation (?:that|about|over)|is reported to|reported to be|unconfirmed|may be valued|might be worth)\b/,
    example: 'It is said to be worth $10 billion.',
  },
  {
    status: 'historic',
    words:
      /\b(?:first (?:passed|topped|reached|crossed|hit|exceeded)|previous record|used to (?:be|have|cost|trade|sell|employ|own|earn)|had been valued|once (?:valued|worth)|former(?:ly)? (?:valued|worth))\b/,
    example: 'It first passed $1 trillion in 2023.',
  },
  {
    status: 'planned',
    words:
      /\b(?:plans?|planned|planning|intends?|aims?|aiming|seeks?|seeking|sought to raise|hopes? to|wants? to|pledged?|pledges|promised?|promises|committed to|has committed|set to (?:raise|spend|invest|build|pay|buy|cut|hire)|targets|will (?:also )?(?:invest|spend|build|raise|pay|buy|hire|cut|put|add|lay off|inject|provide|supply|take|open|restart|run|last|use))\b/,
    example: 'It plans to spend $80 billion.',
  },
  {
    status: 'forecast',
    words:
      /\b(?:will|expects?|expected|expecting|expectations?|forecasts?|forecasting|projects|projected|projections?|projecting|predicts?|predicted|estimated to (?!be\b|have been\b)|on track|on course|guidance|outlook|anticipates?|anticipated|would|could|set to|likely to|is seen|sees|foresees?|by 20[2-9]\d|analysts (?:had )?(?:surveyed|polled)|consensus|should|guid(?:ed|es|ing) for|poised to|(?:was|were) looking for|may (?:be|reach|have|grow|rise|cost|take|need|well|also|not|come|fall|exceed|top)|might|heading for)\b/,
    example: 'Demand will rise 165 percent by 2030.',
  },
];

/**
 * The status that the words around a quantity give it, and which words; null when none says that it is anything but actual.
 * @param hints what the words may be signs of; rows without a sign are not tried.
 */
export function chooseStatus(words: string, hints: number): { readonly status: FigureStatus; readonly match: RegExpExecArray } | null {
  for (const { status, bit, words: pattern } of rows) {
    const match = (hints & bit) === 0 ? null : pattern.exec(words);
    if (match !== null) return { status, match };
  }
  return null;
}

const rows = statusRules.map((row) => ({ ...row, bit: bitOf(row.status) }));
