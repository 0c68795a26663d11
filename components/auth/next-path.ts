/** Where to go after logging in: a path of this site and nothing else, or a link could lead people elsewhere. */
export const safeNext = (next: string | null | undefined): string =>
  next && /^\/(?![/\\])/.test(next) ? next : "/";
