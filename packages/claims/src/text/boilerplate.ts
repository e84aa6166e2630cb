/** Lines around the news that hold numbers but no news, by their words in small letters. */
export const boilerplate: readonly { readonly words: RegExp; readonly example: string }[] = [
  {
    words:
      /^(?:about|sign up|subscribe|read more|read also|related|also read|see also|advertisement|photo|image|photograph|source|getty|copyright|©|all rights reserved|follow us|share this|newsletter|cookie|privacy)\b[^.]{0,60}$/,
    example: 'Read also: 5 things to know',
  },
  {
    words:
      /\b(?:cookies?|privacy policy|terms of (?:use|service)|all rights reserved|subscribe (?:now|today)|newsletter|minutes? read|min read|unsubscribe|forward-looking statements)\b/,
    example: 'Subscribe now and save $20.',
  },
  {
    words: /^\s*(?:©|\(c\)) ?\d{4}/,
    example: '© 2025 Example Media',
  },
  {
    words: /^\((?:reporting|updates|adds|writing|editing|corrects)\b/,
    example: '(Reporting by three editors in Oslo)',
  },
  {
    words: /\b(?:this (?:page|article|text|story|item) is (?:sample|invented|fictional)|sample (?:content|newsroom))\b/,
    example: 'This article is invented sample content of 2025.',
  },
];

/** Whether a sentence, in small letters, is navigation, a notice or a credit, from which no claim is read. */
export function isBoilerplate(lower: string): boolean {
  return boilerplate.some(({ words }) => words.test(lower));
}
