import { Ticket } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "../ui/button.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Samples } from "./board.tsx";

const LOOKS = ["primary", "secondary", "quiet", "danger"] as const;

/** Buttons of every look: at rest, at work, and out of reach. */
export function ActionSamples() {
  const t = useTranslations("design");
  return (
    <>
      {LOOKS.map((look) => (
        <Samples key={look}>
          <Button look={look}>{t("act")}</Button>
          <Button look={look} size="large">
            {t("act")}
          </Button>
          <Button look={look} size="icon" aria-label={t("act")}>
            <Ticket aria-hidden="true" />
          </Button>
          <Button look={look} pending>
            {t("busy")}
          </Button>
          <Button look={look} disabled>
            {t("off")}
          </Button>
          <LinkButton look={look} href="#content">
            {t("act")}
          </LinkButton>
        </Samples>
      ))}
      <Samples>
        <ConfirmButton
          look="danger"
          label={t("act")}
          title={t("confirmTitle")}
          description={t("confirmBody")}
          keepLabel={t("off")}
          onConfirm={(close) => close()}
        />
        <CopyButton text={t("heading")} label={t("heading")} />
      </Samples>
    </>
  );
}
