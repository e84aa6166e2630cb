interface Named {
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: string;
  readonly definition: string | null;
  readonly noun: string | null;
}

/** What a figure is called: `OpenAI, deal value with Amazon Web Services`. */
export function nameOf({ subject, counterparty, measure, definition, noun }: Named): string {
  const further = definition ?? noun;
  const words = `${subject}, ${measure.replaceAll('_', ' ')}${further === null ? '' : ` (${further.replaceAll('_', ' ')})`}`;
  return counterparty === null ? words : `${words} with ${counterparty}`;
}
