"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

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

interface MenuChoiceProps<Value extends string> {
  legend: string;
  current: Value;
  options: readonly { value: Value; label: string; lang?: string }[];
  /** Whether a choice closes the menu, as one does that has the page come again. */
  closes?: boolean;
  onChoose: (value: Value) => void;
}

/** Items of which one is chosen. */
export function MenuChoice<Value extends string>({
  legend,
  current,
  options,
  closes = false,
  onChoose,
}: MenuChoiceProps<Value>) {
  return (
    <BaseMenu.RadioGroup aria-label={legend} value={current} onValueChange={onChoose}>
      {options.map(({ value, label, lang }) => (
        <BaseMenu.RadioItem
          key={value}
          value={value}
          className={itemStyles}
          lang={lang}
          closeOnClick={closes}
        >
          <span className="flex-1">{label}</span>
          <BaseMenu.RadioItemIndicator>
            <Check aria-hidden="true" />
          </BaseMenu.RadioItemIndicator>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  );
}

export const MenuSeparator = () => <BaseMenu.Separator className="my-1.5 h-px bg-line" />;
