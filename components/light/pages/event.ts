import { EventPage } from "../../buyer/catalog/event-page.tsx";
import { boot } from "../boot.tsx";

boot(EventPage);
