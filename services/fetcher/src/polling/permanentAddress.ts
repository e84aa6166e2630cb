/**
 * Where permanent redirects (301, 308) lead: the end of the run of them with which the answer began. Null when it began otherwise.
 * A temporary redirect after them is not part of the address.
 */
export function permanentAddress(redirects: readonly { readonly status: number; readonly location: string }[]): string | null {
  const end = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  return redirects.slice(0, end < 0 ? undefined : end).at(-1)?.location ?? null;
}
