import { notFound } from "next/navigation";
import { Suspense } from "react";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { TossPayPage } from "#components/payments/toss-pay-page.tsx";
import { orderId } from "#server/orders/contract.ts";

export default async function Page({ params }: { params: Promise<{ orderId: string }> }) {
  const parsed = orderId.safeParse((await params).orderId);
  if (!parsed.success) notFound();
  return (
    <RequireLogin>
      <Suspense>
        <TossPayPage orderId={parsed.data} />
      </Suspense>
    </RequireLogin>
  );
}
