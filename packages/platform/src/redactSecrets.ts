const USER_INFO = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'<>\\]*@/gi;
const SECRET_PARAMETER =
  /([?&;](?:access_?token|api_?key|auth(?:orization)?|code|key|pass(?:word|wd)?|pwd|secret|session(?:_?id)?|sig(?:nature)?|token)=)[^&\s"'<>\\#]+/gi;

/** The same text with user-info and secret parameters of every URL in it replaced by `***`. */
export function redactSecrets(text: string): string {
  return text.replace(USER_INFO, '$1***@').replace(SECRET_PARAMETER, '$1***');
}
