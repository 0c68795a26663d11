import { notFound } from "next/navigation";
import { Suspense } from "react";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { ResultPage } from "#components/payments/result-page.tsx";
import { orderId } from "#server/orders/contract.ts";

export default async function Page({ params }: { params: Promise<{ orderId: string }> }) {
  const parsed = orderId.safeParse((await params).orderId);
  if (!parsed.success) notFound();
  return (
    <RequireLogin>
      <Suspense>
        <ResultPage orderId={parsed.data} />
      </Suspense>
    </RequireLogin>
  );
}
