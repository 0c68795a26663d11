import { MyWaitlist } from "../../buyer/waitlist/my-waitlist.tsx";
import { boot } from "../boot.tsx";

boot(MyWaitlist);
