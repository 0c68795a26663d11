"use client";
import { type ComponentProps, useState } from "react";
import { Button } from "./button.tsx";
import { ConfirmDialog } from "./dialog.tsx";

type Asked = Pick<
  ComponentProps<typeof ConfirmDialog>,
  "title" | "description" | "children" | "keepLabel" | "pending" | "ready"
>;

interface ConfirmButtonProps extends Asked, Pick<ComponentProps<typeof Button>, "look" | "className"> {
  label: string;
  /** What screen readers call the button, where several on a page have the same label. */
  name?: string;
  /** The label of the confirming button, where it differs from the button's own. */
  confirmLabel?: string;
  /** @param close - closes the dialog when the action succeeds and this button stays on the page */
  onConfirm: (close: () => void) => void;
}

/** A button that asks for confirmation before an action that cannot be undone. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, name, look, className, confirmLabel = label, onConfirm, ...asked } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look={look} className={className} aria-label={name} onClick={() => setAsking(true)}>
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
