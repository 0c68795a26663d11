"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { z } from "zod";
import type { LinkView } from "#server/credentials/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { readRefusal } from "../errors/refusal.ts";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { useViewer } from "../trpc/use-viewer.ts";
import { Button, LinkButton, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

type Link = z.output<typeof LinkView>;
type Kind = Link["kind"];

/** The words of each kind of link. */
const WORDS = {
  "reset-password": "reset",
  "verify-email": "verify",
  "change-email": "change",
  "undo-email-change": "undo",
} as const satisfies Record<Kind, string>;

/** Where a person goes once it is done. */
const NEXT: Record<Kind, string> = {
  "reset-password": "/login",
  "verify-email": "/",
  "change-email": "/me/account",
  "undo-email-change": "/",
};

/** What a link is for, or why it is no use any more. What it carries is behind the address's `#`, where no server sees it. */
export function LinkPage() {
  const t = useTranslations("accountLink");
  const token = useToken();
  const client = useTRPCClient();
  const link = useQuery({
    queryKey: ["account-link", token],
    queryFn: () => client.credentials.readLink.mutate({ token: token ?? "" }),
    enabled: Boolean(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token === undefined) return <Reading />;
  if (token === "") return <Ended>{t("missing")}</Ended>;
  if (link.error) return <Refused error={link.error} />;
  return link.data ? <OpenLink token={token} link={link.data} /> : <Reading />;
}

/** One line, because nothing that comes after it has a shape that is known before. */
function Reading() {
  const t = useTranslations("shell");
  return (
    <p role="status" className="text-muted">
      {t("loading")}
    </p>
  );
}

/** Undefined until the page is awake; empty where the address has none. Another link in the same tab is read too. */
function useToken(): string | undefined {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const read = () => setToken(location.hash.slice(1));
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return token;
}

function Refused({ error }: { error: unknown }) {
  const t = useTranslations("error");
  const { reason } = readRefusal(error);
  if (reason === "link_unknown" || reason === "link_used" || reason === "link_expired")
    return <Ended>{t(reason)}</Ended>;
  return <ProblemAlert error={error} />;
}

function Ended({ children }: { children: ReactNode }) {
  const t = useTranslations("accountLink.ended");
  return (
    <EmptyState
      title={<h1>{t("title")}</h1>}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <LinkButton href="/forgot-password">{t("reset")}</LinkButton>
          <LinkButton href="/me/account" look="secondary">
            {t("account")}
          </LinkButton>
          <LinkButton href="/" look="secondary">
            {t("home")}
          </LinkButton>
        </div>
      }
    >
      <p>{children}</p>
    </EmptyState>
  );
}

function OpenLink({ token, link: { kind, email } }: { token: string; link: Link }) {
  const t = useTranslations("accountLink");
  const follow = useFollow(kind);
  const words = WORDS[kind];
  if (follow.isSuccess)
    return (
      <>
        <PageHeader title={t(`${words}.done`)} lead={t(`${words}.doneBody`)} />
        <LinkButton href={NEXT[kind]} className="justify-self-start">
          {t(`${words}.next`)}
        </LinkButton>
      </>
    );
  const isOver = follow.error && /^link_(used|expired|unknown)$/.test(readRefusal(follow.error).reason);
  if (isOver) return <Refused error={follow.error} />;
  return (
    <>
      <PageHeader title={t(`${words}.title`)} lead={t(`${words}.lead`, { email })} />
      <Card className="grid max-w-md gap-4">
        {kind === "reset-password" ? (
          <ProblemForm
            error={follow.error}
            onSubmit={(text) => follow.mutate({ token, password: text("password") ?? "" })}
          >
            <NewPasswordField label={t("reset.password")} name="password" />
            <SubmitButton pending={follow.isPending}>{t("reset.action")}</SubmitButton>
          </ProblemForm>
        ) : (
          <>
            <ProblemAlert error={follow.error} action={kind === "change-email" && <LogInFirst />} />
            <Button pending={follow.isPending} onClick={() => follow.mutate({ token, password: "" })}>
              {t(`${words}.action`)}
            </Button>
          </>
        )}
      </Card>
    </>
  );
}

/** The link stays behind the `#` of the way back, which is not sent either. */
function LogInFirst() {
  const t = useTranslations("accountLink.change");
  const viewer = useViewer();
  if (viewer.data !== null) return null;
  return (
    <LinkButton href={`/login?next=${encodeURIComponent(`/account-link${location.hash}`)}`} look="secondary">
      {t("logIn")}
    </LinkButton>
  );
}

function useFollow(kind: Kind) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useMutation({
    mutationFn: async ({ token, password }: { token: string; password: string }) => {
      if (kind === "reset-password") return client.credentials.resetPassword.mutate({ token, password });
      if (kind === "verify-email") return client.credentials.verifyEmail.mutate({ token });
      if (kind === "change-email") return client.credentials.changeEmail.mutate({ token });
      return client.credentials.undoEmailChange.mutate({ token });
    },
    onSuccess: (_, __, ___, { client: queries }) => {
      void queries.invalidateQueries({ queryKey: trpc.auth.me.queryKey({}) });
      void queries.invalidateQueries({ queryKey: trpc.credentials.pathKey() });
    },
  });
}
