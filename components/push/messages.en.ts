import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const push: Translated<typeof ko.push> = {
  for: {
    waitlist: {
      title: "Shall we tell you on this device when tickets come back?",
      body: "There is a deadline to take them. With notifications on you will not miss it, even with this page closed.",
    },
    opening: {
      title: "Shall we tell you on this device too?",
      body: "With notifications on you will not miss the opening, even with this page closed.",
    },
    turn: {
      title: "Shall we tell you on this device when it is your turn?",
      body: "You will know even while you use another app. A notification does not keep your place: if the page stays closed for over 5 minutes, it is lost.",
    },
    settings: {
      title: "This device shows no notifications yet",
      body: "Turned on, it tells you of tickets you wait for and of changed or cancelled events, even with the pages closed.",
    },
  },
  turnOn: "Notify me on this device",
  on: "We tell you on this device too.",
  settings: "Notification settings",
  dismissed: "You did not allow notifications. Press again, and choose Allow when your browser asks.",
  failed: {
    title: "Notifications could not be turned on",
    body: "Your browser could not reach its notification service. Press again in a moment, or check whether your browser's settings turn push messages off. We still tell you in the app, and by e-mail as you chose.",
  },
  hindrance: {
    blocked: {
      title: "Notifications from this site are blocked",
      body: "Allow them in the site settings beside the address bar, and come back to this page. We still tell you in the app, and by e-mail as you chose.",
    },
    none: {
      title: "This browser cannot show notifications",
      body: "A recent Chrome, Safari, Edge or Firefox can. We still tell you in the app, and by e-mail as you chose.",
    },
    home_screen: {
      title: "On an iPhone or iPad, add the shop to your Home Screen to get notifications",
      share: "Open this page in Safari and tap the Share button.",
      add: "Choose Add to Home Screen.",
      open: "Open it from the Home Screen, log in, and turn notifications on here.",
    },
  },
  devices: {
    title: "Devices that get notifications",
    lead: "These show notifications even with the pages closed. Logging out on a device turns them off there.",
    current: "This device",
    since: "Since {at}",
    remove: "Turn off",
  },
};
