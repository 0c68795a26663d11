"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { LoginSessionList } from "./login-session-list.tsx";
import { behindLogin } from "./require-login.tsx";

export const MyDevices = behindLogin(Devices, { shape: "list" });

function Devices() {
  const t = useTranslations("devices");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(trpc.auth.myLoginSessions.queryOptions({}, { staleTime: 0 }));
  const end = useMutation(
    trpc.auth.endLoginSession.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.auth.myLoginSessions.queryKey() }),
    }),
  );
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="list" />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ProblemAlert error={end.error} />
      <LoginSessionList
        loginSessions={data.filter(({ status }) => status === "ACTIVE")}
        endingId={end.isPending ? end.variables.loginSessionId : null}
        onEnd={(loginSessionId) => end.mutate({ loginSessionId })}
      />
    </>
  );
}
