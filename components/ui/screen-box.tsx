"use client";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

interface FullScreenProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children: ReactNode;
}

/** Something that fills the screen, black on white in both themes: what is read by a scanner or from afar. */
export function FullScreen({ open, onOpenChange, title, children }: FullScreenProps) {
  const t = useTranslations("ui");
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Popup className="scheme-light fixed inset-0 grid min-h-dvh grid-rows-[auto_1fr] overflow-y-auto bg-white p-5 text-black outline-none">
          <div className="grid grid-cols-[1fr_auto] items-start gap-3">
            <BaseDialog.Title className="font-bold text-xl">{title}</BaseDialog.Title>
            <BaseDialog.Close
              render={
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={t("close")}
                  className="text-black hover:bg-black/10"
                />
              }
            >
              <X aria-hidden="true" />
            </BaseDialog.Close>
          </div>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
