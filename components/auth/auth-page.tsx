"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import { postJson } from "../http/post-json.ts";
import { useTRPC } from "../trpc/client.ts";
import { forgetLoginEnded } from "../trpc/login-ended.ts";
import type { Credentials } from "./credentials.ts";
import { LogInForm } from "./log-in-form.tsx";
import { safeNext } from "./next-path.ts";
import { SignUpForm } from "./sign-up-form.tsx";

/** Logging in, or signing up and being logged in, and then back to where the person came from. */
export function AuthPage({ way }: { way: "login" | "signup" }) {
  const language = useLocale();
  const next = safeNext(useSearchParams().get("next"));
  const onEntered = useEntered(next);
  const enter = useMutation({
    mutationFn: async (credentials: Credentials) => {
      if (way === "signup") await postJson("/api/auth/signup", { ...credentials, language });
      await postJson("/api/auth/login", credentials);
    },
    onSuccess: onEntered,
  });
  const form = {
    pending: enter.isPending || enter.isSuccess,
    error: enter.error,
    onSubmit: (credentials: Credentials) => enter.mutate(credentials),
    otherHref: `/${way === "signup" ? "login" : "signup"}?next=${encodeURIComponent(next)}`,
  };
  return way === "signup" ? <SignUpForm {...form} /> : <LogInForm {...form} onEntered={onEntered} />;
}

/** What comes after a login: the pages learn who is there, and the person goes on. */
function useEntered(next: string) {
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    forgetLoginEnded();
    const me = { queryKey: trpc.auth.me.queryKey({}) };
    // A request still running was sent before the login. Refetching alone would wait for it if it is the first one.
    await queryClient.cancelQueries(me);
    await queryClient.invalidateQueries({ ...me, refetchType: "all" });
    router.replace(next);
  };
}
