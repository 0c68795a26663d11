import { boot } from "../boot.tsx";
import { Still } from "../still.tsx";

boot(Still);
