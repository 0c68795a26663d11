import { useTranslations } from "next-intl";

/** The first link that the keyboard reaches: it skips the header and leads to the element with the id `content`. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-primary px-4 py-3 font-semibold text-on-primary no-underline focus:translate-y-0"
    >
      {t("skipToContent")}
    </a>
  );
}
