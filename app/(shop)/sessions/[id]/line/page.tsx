import { notFound } from "next/navigation";
import { LineRoom } from "#components/line/line-room.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";

export default async function LinePage({ params }: { params: Promise<{ id: string }> }) {
  const parsed = eventSessionId.safeParse((await params).id);
  if (!parsed.success) notFound();
  return <LineRoom sessionId={parsed.data} />;
}
