"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";

interface ReleaseHoldButtonProps {
  quantity: number;
  pending: boolean;
  onRelease: () => void;
}

export function ReleaseHoldButton({ quantity, pending, onRelease }: ReleaseHoldButtonProps) {
  const t = useTranslations("hold");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t("release")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("releaseTitle")}
        description={t("releaseBody", { count: quantity })}
        confirmLabel={t("release")}
        keepLabel={t("keep")}
        pending={pending}
        onConfirm={onRelease}
      />
    </>
  );
}
