import { notFound } from "next/navigation";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { ReceiptPage } from "#components/orders/order-page.tsx";
import { orderId } from "#server/orders/contract.ts";

export default async function Page({ params }: { params: Promise<{ orderId: string }> }) {
  const parsed = orderId.safeParse((await params).orderId);
  if (!parsed.success) notFound();
  return (
    <RequireLogin>
      <ReceiptPage orderId={parsed.data} />
    </RequireLogin>
  );
}
