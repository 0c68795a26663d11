"use client";
import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ComponentProps, ReactElement, ReactNode } from "react";

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<"button">>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Its heading, which also names it for screen readers. */
  title: ReactNode;
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A small panel under a button, for what is looked at in passing; the page behind it stays usable. */
export function PopoverBox({ trigger, open, onOpenChange, title, aside, children }: PopoverProps) {
  return (
    <BasePopover.Root open={open} onOpenChange={onOpenChange}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          sideOffset={6}
          align="end"
          collisionPadding={12}
          className="z-50 outline-none"
        >
          <BasePopover.Popup className="grid max-h-[min(34rem,var(--available-height))] w-[min(24rem,calc(100vw-1.5rem))] origin-(--transform-origin) grid-rows-[auto_minmax(0,1fr)] overflow-hidden rounded-md border border-line bg-surface text-ink shadow-raised outline-none transition-[scale,opacity] duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
            <div className="flex min-h-13 items-center justify-between gap-3 border-line border-b pr-2 pl-4">
              <BasePopover.Title className="font-bold text-lg">{title}</BasePopover.Title>
              {aside}
            </div>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
