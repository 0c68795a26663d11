import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { MailboxPage } from "#components/sandbox/mailbox-page.tsx";
import { everyPageKey } from "#components/trpc/every-page-key.ts";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailbox"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "mailbox"]}>
      <LightPage
        name="mailbox"
        view={MailboxPage}
        props={{}}
        ahead={({ sandbox }, client) =>
          client.prefetchInfiniteQuery({
            queryKey: everyPageKey(sandbox.mailbox),
            queryFn: () => client.fetchQuery(sandbox.mailbox.queryOptions({})),
            initialPageParam: undefined,
          })
        }
      />
    </PageMessages>
  );
}
