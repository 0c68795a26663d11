import type { Messages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { sentSoFar } from "../light/record.ts";
import { AddedMessages } from "./added-messages.tsx";

interface PageMessagesProps {
  /** The namespaces that the client components of this page or layout use and no layout above it sends. */
  of: readonly (keyof Messages)[];
  children: ReactNode;
}

/** Sends a page its own messages, in the reader's language, in addition to those of the layouts around it. */
export async function PageMessages({ of, children }: PageMessagesProps) {
  const messages = await getMessages();
  const sent = Object.fromEntries(of.map((namespace) => [namespace, messages[namespace]]));
  Object.assign(sentSoFar().messages, sent);
  return <AddedMessages messages={sent}>{children}</AddedMessages>;
}
