"use client";
import { type FormEvent, useState } from "react";
import { type Credentials, credentialsOf } from "./credentials.ts";

/** What is wrong with a field, in the reader's language. */
type Wrong = { readonly [Field in keyof Credentials]?: string };

/**
 * Checks e-mail and password before they are sent; the first field that is wrong takes the focus.
 * @param check - what is wrong; nothing where they may be sent
 */
export function useCredentials(
  check: (credentials: Credentials) => Wrong,
  onSubmit: (credentials: Credentials) => void,
) {
  const [wrong, setWrong] = useState<Wrong>({});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const credentials = credentialsOf(event.currentTarget);
    const found = check(credentials);
    setWrong(found);
    const [first] = Object.keys(found);
    if (first === undefined) return onSubmit(credentials);
    event.currentTarget.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };
  return { wrong, submit };
}
