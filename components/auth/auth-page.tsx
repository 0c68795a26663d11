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
  const router = useRouter();
  const language = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const next = safeNext(useSearchParams().get("next"));
  const enter = useMutation({
    mutationFn: async (credentials: Credentials) => {
      if (way === "signup") await postJson("/api/auth/signup", { ...credentials, language });
      await postJson("/api/auth/login", credentials);
    },
    onSuccess: async () => {
      forgetLoginEnded();
      const me = { queryKey: trpc.auth.me.queryKey({}) };
      // A request still running was sent before the login. Refetching alone would wait for it if it is the first one.
      await queryClient.cancelQueries(me);
      await queryClient.invalidateQueries({ ...me, refetchType: "all" });
      router.replace(next);
    },
  });
  const Form = way === "signup" ? SignUpForm : LogInForm;
  const other = way === "signup" ? "login" : "signup";
  return (
    <Form
      pending={enter.isPending || enter.isSuccess}
      error={enter.error}
      onSubmit={(credentials) => enter.mutate(credentials)}
      otherHref={`/${other}?next=${encodeURIComponent(next)}`}
    />
  );
}
