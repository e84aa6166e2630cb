/**
 * `read`, with the answer to the last question kept: the figures of a sentence come one after the other and ask the same of it. Questions
 * are compared by identity.
 */
export function rememberingLast<Asked, Answer>(read: (asked: Asked) => Answer): (asked: Asked) => Answer {
  let last: { readonly asked: Asked; readonly answer: Answer } | null = null;
  return (asked) => {
    if (last === null || last.asked !== asked) last = { asked, answer: read(asked) };
    return last.answer;
  };
}
