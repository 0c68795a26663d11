import { getTranslations } from "next-intl/server";
import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** The content of a not-found page; the layout around it is that of the address. */
export async function NotFoundNotice() {
  const t = await getTranslations("shell.notFound");
  return (
    <EmptyState title={<h1>{t("title")}</h1>} action={<LinkButton href="/">{t("action")}</LinkButton>}>
      {t("body")}
    </EmptyState>
  );
}
