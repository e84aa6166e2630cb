const USER_INFO = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'<>\\]*@/gi;
const SECRET_PARAMETER =
  /([?&;](?:access_?token|api_?key|auth(?:orization)?|code|key|pass(?:word|wd)?|pwd|secret|session(?:_?id)?|sig(?:nature)?|token)=)[^&\s"'<>\\#]+/gi;
const AUTHORIZATION = /\b((?:bearer|basic)\s+)[A-Za-z0-9+/_.~=-]{8,}/gi;

/**
 * The same text with `***` for user-info and secret parameters of every URL in it, for what follows `Bearer` and `Basic`, and for every
 * one of `secrets`, wherever it stands.
 */
export function redactSecrets(text: string, secrets: readonly string[] = []): string {
  const redacted = text.replace(USER_INFO, '$1***@').replace(SECRET_PARAMETER, '$1***').replace(AUTHORIZATION, '$1***');
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), redacted);
}
