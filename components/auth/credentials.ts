export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the second factor, where the account has one. */
  readonly code?: string;
}

/** Catches typing errors; only the server can tell whether the address exists. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

/** Reads the fields out of a submitted form. */
export function credentialsOf(form: HTMLFormElement): Credentials {
  const data = new FormData(form);
  const code = String(data.get("code") ?? "").trim();
  return {
    ...{ email: String(data.get("email") ?? "").trim(), password: String(data.get("password") ?? "") },
    ...(code && { code }),
  };
}
