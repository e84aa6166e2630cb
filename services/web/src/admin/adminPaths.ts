/** Where a person corrects a figure. */
export function figureAdminPath(figureId: string): string {
  return `/admin/figures/${figureId}`;
}

/** Where a person judges a claim. */
export function claimAdminPath(claimId: string): string {
  return `/admin/claims/${claimId}`;
}
