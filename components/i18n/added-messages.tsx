"use client";
import { type Messages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

interface AddedMessagesProps {
  messages: Partial<Messages>;
  children: ReactNode;
}

/** A provider of next-intl replaces the messages of the provider around it; this one adds to them. */
export function AddedMessages({ messages, children }: AddedMessagesProps) {
  const outer = useMessages();
  const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
