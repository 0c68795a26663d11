import { QueueRoom } from "../../buyer/queue/queue-room.tsx";
import { boot } from "../boot.tsx";

boot(QueueRoom);
