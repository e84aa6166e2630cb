/** Where an erased article was, as far as that is still told; `.invalid` leads nowhere (RFC 2606 §2). */
export function articleTombstoneUrl(articleId: string): string {
  return `https://erased.invalid/${articleId}`;
}
