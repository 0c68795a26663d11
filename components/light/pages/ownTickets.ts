import { MyTickets } from "../../buyer/tickets/my-tickets.tsx";
import { boot } from "../boot.tsx";

boot(MyTickets);
