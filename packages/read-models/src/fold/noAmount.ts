/** Stands for the amount of a report without one, where only its origin is asked. */
export const NO_AMOUNT = { value: null, low: null, high: null, lowOpen: false, highOpen: false, hedge: '=', significantDigits: 0 } as const;
