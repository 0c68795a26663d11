"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useViewer } from "../../trpc/use-viewer.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FindBox } from "./find-box.tsx";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Opens the search over everything, also with the `/` key. */
export function FindButton() {
  const t = useTranslations("admin.find");
  const viewer = useViewer();
  const isAdmin = viewer.data?.role === "ADMIN";
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!isAdmin) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [isAdmin]);
  if (!isAdmin) return null;
  return (
    <>
      <Button look="secondary" aria-keyshortcuts="/" onClick={() => setOpen(true)}>
        <Search aria-hidden="true" /> <span className="max-sm:sr-only">{t("open")}</span>
        <span
          aria-hidden="true"
          className="rounded-sm border border-line px-1.5 text-muted text-xs max-sm:hidden"
        >
          /
        </span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("title")} description={t("hint")}>
        <FindBox onGone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
