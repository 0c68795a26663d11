import { notFound } from "next/navigation";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { TicketPicker } from "#components/holds/ticket-picker.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";

export default async function TicketsPage({ params }: { params: Promise<{ id: string }> }) {
  const parsed = eventSessionId.safeParse((await params).id);
  if (!parsed.success) notFound();
  return (
    <RequireLogin>
      <TicketPicker sessionId={parsed.data} />
    </RequireLogin>
  );
}
