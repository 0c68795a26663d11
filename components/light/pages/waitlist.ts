import { SessionWaitlist } from "../../buyer/waitlist/session-waitlist.tsx";
import { boot } from "../boot.tsx";

boot(SessionWaitlist);
