import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { NotificationsPage } from "#components/notifications/notifications-page.tsx";
import { everyPageKey } from "#components/trpc/every-page-key.ts";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notification"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["devices", "loginEnded", "push"]}>
      <LightPage
        name="notifications"
        view={NotificationsPage}
        props={{}}
        ahead={({ notifications, push }, client) =>
          Promise.all([
            client.prefetchInfiniteQuery({
              queryKey: everyPageKey(notifications.mine),
              queryFn: () => client.fetchQuery(notifications.mine.queryOptions({})),
              initialPageParam: undefined,
            }),
            client.fetchQuery(push.devices.queryOptions({})),
            client.fetchQuery(notifications.notices.queryOptions({})),
            client.fetchQuery(notifications.myDepartments.queryOptions({})),
          ])
        }
      />
    </PageMessages>
  );
}
