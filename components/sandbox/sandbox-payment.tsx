"use client";
import { useTranslations } from "next-intl";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { PlayPayment } from "#server/sandbox/contract.ts";
import { useFormat } from "../i18n/format.ts";

type Act = PlayPayment["act"];

interface SandboxPaymentProps {
  orderId: string;
  amountKrw: number;
  /** The decision that is being sent. */
  pending: Act | null;
  /** Its merchant has closed it: no money was taken. */
  closed: boolean;
  /** Nothing is left to decide: only the way back. */
  done: boolean;
  /** Leaving without deciding, and going back afterwards, lead to the same place. */
  returnHref: string;
  onAct: (act: Act) => void;
}

/**
 * The pretended payment company's page. It looks like another firm on purpose, in its own colours and letters, so that
 * a person who tries the product does not take it for a page of the shop.
 */
export function SandboxPayment({
  orderId,
  amountKrw,
  pending,
  done,
  closed,
  returnHref,
  onAct,
}: SandboxPaymentProps) {
  const t = useTranslations("sandboxPay");
  const format = useFormat();
  const button = (act: Act, style: string) => (
    <button
      type="button"
      disabled={pending !== null}
      aria-busy={pending === act}
      onClick={() => onAct(act)}
      className={`min-h-12 cursor-pointer rounded-full px-5 py-2 font-bold disabled:cursor-progress disabled:opacity-60 ${style}`}
    >
      {t(act)}
    </button>
  );
  return (
    <main className="min-h-dvh bg-[#fff6d6] px-4 py-10 font-[Georgia,'Noto_Serif_KR',serif] text-[#2b2200] [color-scheme:light]">
      <div className="mx-auto grid max-w-md gap-6 rounded-[2rem] bg-white p-7 shadow-[0_18px_50px_-20px_rgb(120_90_0/0.5)] sm:p-9">
        <header className="grid gap-1 border-[#f0c419] border-b-4 pb-4">
          <h1 className="font-bold text-3xl">{t("company")}</h1>
          <p className="text-[#6b5800]">{t("notice")}</p>
        </header>
        <dl className="grid gap-3">
          <Line name={t("merchant")}>{t("merchantName")}</Line>
          <Line name={t("order")}>{shortCodeOf(orderId)}</Line>
          <Line name={t("amount")}>
            <strong className="text-2xl tabular-nums">{format.krw(amountKrw)}</strong>
          </Line>
        </dl>
        {done ? (
          <div className="grid gap-3">
            <p role="status" className="rounded-2xl bg-[#fff6d6] p-4">
              {t(closed ? "closed" : "done")}
            </p>
            <a
              href={returnHref}
              className="grid min-h-12 place-content-center rounded-full bg-[#2b2200] px-5 font-bold text-white no-underline"
            >
              {t("back")}
            </a>
          </div>
        ) : (
          <>
            <div className="grid gap-3">
              {button("approve", "bg-[#f0c419] text-[#2b2200] hover:bg-[#e0b400]")}
              {button("decline", "border-2 border-[#2b2200] bg-white hover:bg-[#fff6d6]")}
              <a
                href={returnHref}
                className="grid min-h-12 place-content-center font-bold underline underline-offset-4"
              >
                {t("leave")}
              </a>
            </div>
            <fieldset className="grid gap-2 border-[#d9c67c] border-t border-dashed pt-4">
              <legend className="pr-2 text-[#6b5800] text-sm">{t("faults")}</legend>
              {button("approveTwice", "border border-[#a08c3c] bg-white text-sm hover:bg-[#fff6d6]")}
              {button("approveLate", "border border-[#a08c3c] bg-white text-sm hover:bg-[#fff6d6]")}
              {button("approveRefusingRefund", "border border-[#a08c3c] bg-white text-sm hover:bg-[#fff6d6]")}
              {button("fail", "border border-[#a08c3c] bg-white text-sm hover:bg-[#fff6d6]")}
            </fieldset>
          </>
        )}
      </div>
    </main>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="shrink-0 text-[#6b5800]">{name}</dt>
      <dd className="break-all text-right">{children}</dd>
    </div>
  );
}
