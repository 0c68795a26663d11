"use client";
import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { useHydrated } from "./use-hydrated.ts";

interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly content: ReactNode;
  /** What is typed into it stays while another one is shown. */
  readonly isKept?: boolean;
}

interface TabsProps<Value extends string> {
  /** What the tabs are, for screen readers. */
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Several panels in one place, of which one is shown. */
export function Tabs<Value extends string>({ label, tabs, value, onChange }: TabsProps<Value>) {
  return (
    <BaseTabs.Root
      // On a light page the ids that the server drew are not those by which tabs and panels name one another afterwards.
      key={String(useHydrated())}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className="grid min-w-0 gap-4"
    >
      <BaseTabs.List aria-label={label} className="flex flex-wrap gap-1 border-line border-b">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-touch cursor-pointer border-transparent border-b-2 px-3 font-semibold text-[0.9375rem] text-muted hover:text-ink data-active:border-primary data-active:text-primary"
          >
            {tab.label}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel
          key={tab.value}
          value={tab.value}
          keepMounted={tab.isKept ?? false}
          className="min-w-0"
        >
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
