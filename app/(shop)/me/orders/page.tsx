import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { MyOrders } from "#components/buyer/orders/my-orders.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("order"))("title") };
}

export default function Page() {
  return (
    <RequireLogin>
      <MyOrders />
    </RequireLogin>
  );
}
