import type { Translated } from "../catalogue.ts";
import type { sandboxCoupang as ko } from "../ko/sandbox-coupang.ts";

export const sandboxCoupang: Translated<typeof ko> = {
  company: "Sand Coupang WING",
  notice: "This is a page for practice, not Coupang's own.",
  vendorId: "Vendor ID",
  logIn: "Log in",
  step: { sms: "Step 1. Phone verification", email: "Step 2. E-mail verification" },
  to: { sms: "Phone number for the code", email: "E-mail address for the code" },
  fault: "Practise trouble",
  faults: {
    none: "Send at once",
    late: "Send ten seconds late",
    wrong: "Send a wrong code",
    twice: "Send twice",
    never: "Do not send",
  },
  send: "Request a code",
  sent: "The code was sent.",
  code: "Code",
  enter: "Confirm",
  refused: "The code is not correct.",
  verified: "The account {vendorId} is verified. Please go back to where you came from.",
};
