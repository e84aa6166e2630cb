import type { Environment } from '../config.ts';

/**
 * Replaces `${NAME}` and `${NAME:-default}` by environment variables, as in a compose file; `$$` is a dollar sign.
 * @throws {Error} when a variable without a default is not set.
 */
export function substituteVariables(text: string, env: Environment): string {
  return text.replace(/\$\$|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}/g, (match, name: string | undefined, fallback: string | undefined) => {
    if (match === '$$' || name === undefined) return '$';
    const value = env[name] || fallback;
    if (value === undefined) throw new Error(`\${${name}} is not set; export ${name}, or write \${${name}:-default}`);
    return value;
  });
}
