import { useTranslations } from "next-intl";

/** Answers common questions: what a reload does, what a second window does, and what happens at one's turn. */
export function QueueNotes() {
  const t = useTranslations("queue.notes");
  return (
    <section className="grid gap-2">
      <h2 className="font-bold">{t("title")}</h2>
      <ul className="grid list-disc gap-1.5 pl-5 text-[0.9375rem] text-muted marker:text-line-strong">
        <li>{t("refresh")}</li>
        <li>{t("tabs")}</li>
        <li>{t("turn")}</li>
        <li>{t("holds")}</li>
      </ul>
    </section>
  );
}
