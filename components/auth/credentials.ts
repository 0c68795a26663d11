export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Enough to catch a slip of the finger; whether the address is real, only the server can say. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

/** Reads the two fields out of a submitted form. */
export function credentialsOf(form: HTMLFormElement): Credentials {
  const data = new FormData(form);
  return { email: String(data.get("email") ?? "").trim(), password: String(data.get("password") ?? "") };
}
