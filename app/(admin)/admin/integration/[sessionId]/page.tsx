import { notFound } from "next/navigation";
import { SessionPage } from "#components/integration/session-page.tsx";
import { integrationSessionId } from "#server/integration/contract.ts";

export default async function Page({ params }: { params: Promise<{ sessionId: string }> }) {
  const parsed = integrationSessionId.safeParse((await params).sessionId);
  if (!parsed.success) notFound();
  return <SessionPage sessionId={parsed.data} />;
}
