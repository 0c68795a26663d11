"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

interface MenuProps {
  /** The button that opens the menu. */
  trigger: ReactElement;
  children: ReactNode;
}

export function Menu({ trigger, children }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align="end" className="z-50 outline-none">
          <BaseMenu.Popup className="min-w-56 origin-(--transform-origin) rounded-md border border-line bg-surface py-1.5 text-ink shadow-raised outline-none transition-[scale,opacity] duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

const itemStyles =
  "flex min-h-touch w-full cursor-pointer items-center gap-2.5 px-4 text-left text-[0.9375rem] no-underline outline-none data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:text-muted";

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <BaseMenu.Item render={<Link href={href} />} className={itemStyles}>
      {children}
    </BaseMenu.Item>
  );
}

export function MenuAction({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <BaseMenu.Item onClick={onSelect} className={itemStyles}>
      {children}
    </BaseMenu.Item>
  );
}

export const MenuSeparator = () => <BaseMenu.Separator className="my-1.5 h-px bg-line" />;
