import { NotificationsPage } from "../../notifications/notifications-page.tsx";
import { boot } from "../boot.tsx";

boot(NotificationsPage);
