"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

const backdropStyles =
  "fixed inset-0 min-h-dvh bg-black/45 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

// On a phone the dialog is a sheet at the bottom edge, near the thumb; on wider screens it is a centred card.
const popupStyles =
  "fixed inset-x-0 bottom-0 grid max-h-[92dvh] gap-5 overflow-y-auto rounded-t-lg border border-line bg-surface p-6 pb-[calc(1.5rem+env(safe-area-inset-bottom))] text-ink shadow-raised outline-none transition-[translate,opacity] duration-200 ease-settle data-ending-style:translate-y-6 data-ending-style:opacity-0 data-starting-style:translate-y-6 data-starting-style:opacity-0 sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[30rem] sm:max-w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg sm:pb-6 sm:data-ending-style:-translate-y-[45%] sm:data-starting-style:-translate-y-[45%]";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
}

export function Dialog({ open, onOpenChange, title, description, children }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropStyles} />
        <BaseDialog.Popup className={popupStyles}>
          <div className="grid grid-cols-[1fr_auto] items-start gap-x-3 gap-y-1">
            <BaseDialog.Title className="font-bold text-xl">{title}</BaseDialog.Title>
            <BaseDialog.Close
              render={<Button look="quiet" size="icon" aria-label={t("close")} className="-mt-2 -mr-3" />}
            >
              <X aria-hidden="true" />
            </BaseDialog.Close>
            {description && (
              <BaseDialog.Description className="col-span-2 text-muted">{description}</BaseDialog.Description>
            )}
          </div>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

export interface ConfirmDialogProps extends Omit<DialogProps, "children"> {
  /** What exactly will happen: amounts, seats, deadlines. */
  children?: ReactNode;
  confirmLabel: string;
  onConfirm: () => void;
  pending?: boolean;
  /** Whether the consequences have been loaded; the dialog cannot be confirmed before. */
  ready?: boolean;
  /** The label of the button that changes nothing; "cancel" would mislead where the action is a cancellation. */
  keepLabel?: string;
}

/** Asks before an action that cannot be undone; a press outside does not close it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    children,
    confirmLabel,
    onConfirm,
    pending = false,
    ready = true,
  } = props;
  const t = useTranslations("ui");
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropStyles} />
        <AlertDialog.Popup className={popupStyles}>
          <div className="grid gap-1">
            <AlertDialog.Title className="font-bold text-xl">{title}</AlertDialog.Title>
            {description && (
              <AlertDialog.Description className="text-muted">{description}</AlertDialog.Description>
            )}
          </div>
          {children}
          <div className="grid grid-cols-2 gap-2 sm:flex sm:justify-end">
            <AlertDialog.Close disabled={pending} render={<Button look="secondary" />}>
              {props.keepLabel ?? t("cancel")}
            </AlertDialog.Close>
            <Button look="danger" pending={pending} disabled={!ready} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
