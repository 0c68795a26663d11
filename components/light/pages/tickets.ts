import { TicketPicker } from "../../buyer/holds/ticket-picker.tsx";
import { boot } from "../boot.tsx";

boot(TicketPicker);
