"use client";
import { type ComponentProps, useState } from "react";
import { Button } from "./button.tsx";
import { ConfirmDialog } from "./dialog.tsx";

type Asked = Pick<
  ComponentProps<typeof ConfirmDialog>,
  "title" | "description" | "children" | "keepLabel" | "pending"
>;

interface ConfirmButtonProps extends Asked, Pick<ComponentProps<typeof Button>, "look" | "className"> {
  label: string;
  /** The word for doing it, where it is not the button's own. */
  confirmLabel?: string;
  /** @param close - for when it is done and this button is still there */
  onConfirm: (close: () => void) => void;
}

/** For an act that cannot be undone: asks before it is done. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, look, className, confirmLabel = label, onConfirm, ...asked } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look={look} className={className} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        {...asked}
        open={asking}
        onOpenChange={setAsking}
        confirmLabel={confirmLabel}
        onConfirm={() => onConfirm(() => setAsking(false))}
      />
    </>
  );
}
