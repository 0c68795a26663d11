import { LineRoom } from "#components/line/line-room.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";

export default idPage("id", eventSessionId, (id) => <LineRoom sessionId={id} />);
