"use client";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "../../ui/confirm-button.tsx";

interface ReleaseHoldButtonProps {
  quantity: number;
  pending: boolean;
  onRelease: () => void;
}

export function ReleaseHoldButton({ quantity, pending, onRelease }: ReleaseHoldButtonProps) {
  const t = useTranslations("hold");
  return (
    <ConfirmButton
      look="quiet"
      label={t("release")}
      title={t("releaseTitle")}
      description={t("releaseBody", { count: quantity })}
      keepLabel={t("keep")}
      pending={pending}
      onConfirm={onRelease}
    />
  );
}
