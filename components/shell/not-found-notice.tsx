import { getTranslations } from "next-intl/server";
import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** What an address that leads nowhere shows, within whichever frame it is. */
export async function NotFoundNotice() {
  const t = await getTranslations("shell.notFound");
  return (
    <EmptyState title={<h1>{t("title")}</h1>} action={<LinkButton href="/">{t("action")}</LinkButton>}>
      {t("body")}
    </EmptyState>
  );
}
