import { ReceiverPage } from "../../sandbox/receiver-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(ReceiverPage);
