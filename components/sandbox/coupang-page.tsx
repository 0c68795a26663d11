"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { SendCode } from "#server/sandbox/contract.ts";
import { CODE_FAULTS } from "#server/sandbox/values.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";

const FIELD = "min-h-12 w-full rounded-lg border border-[#9aa5b1] bg-white px-3";
const BUTTON =
  "min-h-12 cursor-pointer rounded-lg bg-[#b3261e] px-5 font-bold text-white disabled:opacity-60";

/**
 * The pretended marketplace, where a seller logs in and types codes in. Another firm's page on purpose, in its own
 * colours, so that people do not take it for a page of the shop.
 */
export function CoupangPage({ vendorId: known }: { vendorId: string }) {
  const t = useTranslations("sandboxCoupang");
  const [vendorId, setVendorId] = useState(known);
  const logIn = (event: FormEvent<HTMLFormElement>) => setVendorId(textOf(event, "vendorId").toUpperCase());
  return (
    <main className="min-h-dvh bg-[#f4f6f8] px-4 py-10 text-[#1d2733] [color-scheme:light]">
      <div className="mx-auto grid max-w-xl gap-6 rounded-2xl bg-white p-7 shadow-lg sm:p-9">
        <header className="grid gap-1 border-[#b3261e] border-b-4 pb-4">
          <h1 className="font-bold text-3xl">{t("company")}</h1>
          <p className="text-[#4a5764]">{t("notice")}</p>
        </header>
        {vendorId === "" ? (
          <form method="post" onSubmit={logIn} className="grid gap-3">
            <label className="grid gap-1 font-semibold">
              {t("vendorId")}
              <input name="vendorId" className={FIELD} autoComplete="off" />
            </label>
            <button type="submit" className={BUTTON}>
              {t("logIn")}
            </button>
          </form>
        ) : (
          <Verification vendorId={vendorId} />
        )}
      </div>
    </main>
  );
}

function Verification({ vendorId }: { vendorId: string }) {
  const t = useTranslations("sandboxCoupang");
  const trpc = useTRPC();
  const vendor = useQuery(trpc.sandbox.coupang.queryOptions({ vendorId }, { staleTime: 0 }));
  const refresh = () => void vendor.refetch();
  if (!vendor.data) return <ProblemAlert error={vendor.error} />;
  if (vendor.data.emailVerified)
    return (
      <p role="status" className="rounded-lg bg-[#e6f4ea] p-4 font-bold">
        {t("verified", { vendorId })}
      </p>
    );
  const channel = vendor.data.smsVerified ? "email" : "sms";
  return <Channel key={channel} vendorId={vendorId} channel={channel} onVerified={refresh} />;
}

interface ChannelProps {
  vendorId: string;
  channel: SendCode["channel"];
  onVerified: () => void;
}

function Channel({ vendorId, channel, onVerified }: ChannelProps) {
  const t = useTranslations("sandboxCoupang");
  return (
    <div className="grid gap-6">
      <h2 className="font-bold text-xl">{t(`step.${channel}`)}</h2>
      <SendForm vendorId={vendorId} channel={channel} />
      <EnterForm vendorId={vendorId} channel={channel} onVerified={onVerified} />
    </div>
  );
}

function textOf(event: FormEvent<HTMLFormElement>, name: string): string {
  event.preventDefault();
  return String(new FormData(event.currentTarget).get(name) ?? "").trim();
}

function SendForm({ vendorId, channel }: Omit<ChannelProps, "onVerified">) {
  const t = useTranslations("sandboxCoupang");
  const trpc = useTRPC();
  const send = useMutation(trpc.sandbox.sendCode.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const fault = CODE_FAULTS.find((each) => each === textOf(event, "fault"));
    send.mutate({ vendorId, channel, to: textOf(event, "to"), ...(fault && { fault }) });
  };
  return (
    <form method="post" className="grid gap-3" onSubmit={submit}>
      <ProblemAlert error={send.error} />
      <label className="grid gap-1 font-semibold">
        {t(`to.${channel}`)}
        <input name="to" className={FIELD} autoComplete="off" />
      </label>
      <label className="grid gap-1 text-sm">
        {t("fault")}
        <select name="fault" className={FIELD}>
          {CODE_FAULTS.map((fault) => (
            <option key={fault} value={fault}>
              {t(`faults.${fault}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={BUTTON} disabled={send.isPending}>
        {t("send")}
      </button>
      <p role="status">{send.isSuccess && t("sent")}</p>
    </form>
  );
}

function EnterForm({ vendorId, channel, onVerified }: ChannelProps) {
  const t = useTranslations("sandboxCoupang");
  const trpc = useTRPC();
  const enter = useMutation(
    trpc.sandbox.enterCode.mutationOptions({ onSuccess: ({ accepted }) => accepted && onVerified() }),
  );
  return (
    <form
      className="grid gap-3 border-[#cfd6dd] border-t pt-5"
      onSubmit={(event) => enter.mutate({ vendorId, channel, code: textOf(event, "code") })}
    >
      <ProblemAlert error={enter.error} />
      <label className="grid gap-1 font-semibold">
        {t("code")}
        <input name="code" className={FIELD} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </label>
      <button type="submit" className={BUTTON} disabled={enter.isPending}>
        {t("enter")}
      </button>
      <p role="status">{enter.data?.accepted === false && t("refused")}</p>
    </form>
  );
}
