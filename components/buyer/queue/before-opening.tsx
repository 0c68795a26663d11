"use client";
import { Check, Circle } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { Countdown } from "../../clock/countdown.tsx";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";
import { useFormat } from "../../i18n/format.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { TellOpening } from "../catalog/tell-opening.tsx";

interface BeforeOpeningProps {
  eventSessionId: EventSessionId;
  salesOpenAt: string;
  maxPerUser: number;
  loggedIn: boolean;
  /** Whether the reader said that they want to be put in the queue when sales open. */
  consented: boolean;
  onConsent: (consented: boolean) => void;
  /** Called once, the moment sales open by the server's clock. */
  onOpen: () => unknown;
}

/** The page before sales open: the server's countdown, and what to prepare. */
export function BeforeOpening(props: BeforeOpeningProps) {
  const { eventSessionId, salesOpenAt, maxPerUser, loggedIn, onOpen } = props;
  const t = useTranslations("queue.before");
  const format = useFormat();
  const left = useSecondsLeft(salesOpenAt, onOpen);

  return (
    <section className="mx-auto grid w-full max-w-3xl overflow-hidden rounded-lg border border-line bg-surface shadow-sheet">
      <div className="grid gap-2 p-6 sm:p-8">
        <h2 className="font-bold text-xl">{t("title")}</h2>
        <p className="field-name mt-3">{t("opensIn")}</p>
        <Countdown left={left} className="text-6xl sm:text-7xl" />
        <p className="numerals font-semibold">{format.date(salesOpenAt)}</p>
        <p className="mt-2 text-muted">{t("fair")}</p>
        <Consent {...props} />
        <div className="mt-2">
          <TellOpening eventSessionId={eventSessionId} />
        </div>
      </div>
      <div className="tear-x grid gap-3 p-6 sm:p-8">
        <h3 className="font-bold">{t("prepare")}</h3>
        <ul className="grid gap-2">
          <Item done={loggedIn}>{loggedIn ? t("loggedIn") : t("notLoggedIn")}</Item>
          <Item>{t("payment")}</Item>
          <Item>{t("limit", { count: maxPerUser })}</Item>
        </ul>
      </div>
    </section>
  );
}

/** Automatic joining is opt-in and lasts as long as this page stays open. */
function Consent({ loggedIn, consented, onConsent }: BeforeOpeningProps) {
  const t = useTranslations("queue.before");
  const path = usePathname();
  if (!loggedIn)
    return (
      <LinkButton href={`/login?next=${encodeURIComponent(path)}`} className="mt-4 justify-self-start">
        {t("logIn")}
      </LinkButton>
    );
  return (
    <div className="mt-4 grid justify-items-start gap-2">
      <Button
        size="large"
        look={consented ? "secondary" : "primary"}
        aria-pressed={consented}
        onClick={() => onConsent(!consented)}
      >
        {consented && <Check aria-hidden="true" />}
        {t(consented ? "consented" : "consent")}
      </Button>
      <p role="status" className="text-[0.9375rem] text-muted">
        {t(consented ? "consentedNote" : "consentNote")}
      </p>
    </div>
  );
}

function Item({ done = false, children }: { done?: boolean; children: string }) {
  const Icon = done ? Check : Circle;
  return (
    <li className="flex items-center gap-2.5">
      <Icon aria-hidden="true" className={done ? "size-4 text-success-fg" : "size-4 text-line-strong"} />
      {children}
    </li>
  );
}
