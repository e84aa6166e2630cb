/** Lines around the news that hold numbers but no news. */
const PATTERNS: readonly RegExp[] = [
  /^(?:about|sign up|subscribe|read more|read also|related|also read|see also|advertisement|photo|image|photograph|source|getty|copyright|©|all rights reserved|follow us|share this|newsletter|cookie|privacy)\b[^.]{0,60}$/i,
  /\b(?:cookies?|privacy policy|terms of (?:use|service)|all rights reserved|subscribe (?:now|today)|newsletter|minutes? read|min read|unsubscribe|forward-looking statements)\b/i,
  /^\s*(?:©|\(c\)) ?\d{4}/i,
  /^\((?:reporting|updates|adds|writing|editing|corrects)\b/i,
  /\b(?:this (?:page|article|text|story|item) is (?:sample|invented|fictional)|sample (?:content|newsroom))\b/i,
];

/** Whether a sentence is navigation, a notice or a credit, from which no claim is read. */
export function isBoilerplate(sentence: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(sentence));
}
