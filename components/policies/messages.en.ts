import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const refundPolicy: Translated<typeof ko.refundPolicy> = {
  title: "Cancellations and refunds",
  lead: "These rules apply unless an event's organizer sets others. The fees of each event are shown on its page and before you cancel.",
  how: "How to cancel",
  howBody:
    "Cancel under Orders. You see the amount you get back before you confirm. Usually you can cancel until {usual} on the day before the event, or until {saturday} if that day is a Saturday.",
  fees: "Cancellation fees",
  free: "Cancelling on the day you book is free. Within {days, number} days of booking it is also free while the event is at least {before, number} days away.",
  until: "Up to {days, plural, one {# day} other {# days}} before",
  example: "{fee} for a ticket of {price}",
  cancelled: "If the event is cancelled",
  cancelledBody: "If the organizer cancels the event, you get the full price back, without a fee.",
  money: "Where the money goes",
  moneyBody: "We refund the way you paid. Your card company or bank may take a few days.",
};

export const terms: Translated<typeof ko.terms> = {
  title: "Terms of use",
  shop: "Seonchak",
  lead: "These terms set out the rights and duties between you and {business} (“we”) when you use our ticket service. Where the two languages differ, the Korean text applies.",
  since: "In force since {date}.",
  refundLink: "Read the refund rules",
  sections: {
    scope: {
      title: "What these terms cover",
      text: "These terms apply to every ticket booked and used through our website, on any device.\nIf an event has conditions of its own, those apply as well. Anything not covered here follows Korean law, such as the Act on Consumer Protection in Electronic Commerce.",
    },
    account: {
      title: "Your account",
      text: "You sign up with an e-mail address and a password, and must be at least 14. The account is yours alone; please keep your password safe.\nYou can close it at any time. If a booking or a refund is still open, you can do so once it is finished.",
    },
    order: {
      title: "First come, first served",
      text: "We sell limited tickets in the order people arrive. Our server's clock decides that order; reloading or using several devices does not make you faster.\nWhen it is your turn, no ticket is yours yet: you choose within the time shown. Each event limits how many tickets one person may buy.",
    },
    hold: {
      title: "Holds",
      text: "The tickets you choose are kept off sale for {holdMinutes, number} minutes. When you start paying, this is extended once, to {payMinutes, number} minutes from then.\nAfter that the hold ends by itself, and the tickets go back on sale or to the next person on the waiting list.",
    },
    payment: {
      title: "Contract and payment",
      text: "The contract is made when your payment is approved and we confirm your booking. Before you pay, you see event, date, seats, number of tickets and the full amount, including any delivery fee.\nIf we cannot tell at once whether you paid, we keep the tickets for you while we find out and show you where things stand. If a payment is approved after the hold ended, we complete the booking if tickets are left, and otherwise give all of the money back.",
    },
    refund: {
      title: "Cancellations and refunds",
      text: "You can cancel under Orders until the deadline, and see the amount you get back before you confirm. If an event is cancelled, or its organizer changes something important, you get your money back without a fee, as the law and our rules say.\nBecause an event takes place on a set date, a fee may apply, depending on how many days are left.",
    },
    ticket: {
      title: "Tickets and admission",
      text: "The QR code of a mobile ticket admits once. We are not liable for losses that come from copying a ticket or showing it to others.\nPlease keep the venue's rules on age, admission times and re-entry.",
    },
    transfer: {
      title: "Giving tickets to others",
      text: "Where the organizer allows it, you can pass a ticket on, only through our “send to someone else”. The link works once, for at most {transferHours, number} hours, and once it is accepted your own QR code stops working.\nReselling above the original price is forbidden. Reselling tickets bought with automated programs breaks the Korean Public Performance Act.",
    },
    conduct: {
      title: "What is not allowed",
      text: "You may not use automated programs to enter or book, use several accounts to get around the ticket limit, use another person's account or means of payment without permission, or disturb the service.\nIf you do, we may suspend the account or cancel the booking. You can ask us why and object.",
    },
    liability: {
      title: "Liability",
      text: "Events are planned and run by their organizers. We handle ticket sales, payments, refunds and checking tickets in.\nIf we cause you a loss on purpose or by negligence, we compensate you as the law says. We are not liable for what we could not prevent, such as natural disasters or network failures, nor for losses you caused yourself. Nothing here limits your rights as a consumer.",
    },
    minors: {
      title: "Bookings by minors",
      text: "Minors need the consent of a parent or guardian. Without it, the minor or the guardian can cancel the booking.",
    },
    changes: {
      title: "Changes to these terms",
      text: "We announce changes at least 7 days before they apply, and 30 days before if they are to your disadvantage. They apply to bookings made from then on.",
    },
    court: {
      title: "Disputes",
      text: "If something is wrong, contact us with the details at the foot of the page. If we cannot settle it, you can turn to the Korea Consumer Agency or the Electronic Transaction Dispute Mediation Committee.\nKorean law applies. Lawsuits go to the district court for your address at the time, or for your place of residence if you have no address.",
    },
  },
};

export const privacyPolicy: Translated<typeof ko.privacyPolicy> = {
  title: "Privacy policy",
  shop: "Seonchak",
  lead: "What {business} keeps about you, why, and for how long. Where the two languages differ, the Korean text applies.",
  since: "In force since {date}. We announce changes at least 7 days before they apply.",
  kept: {
    title: "Personal data we keep",
    text: "We keep only what accounts, bookings, payments, deliveries and notices need. What concerns sellers applies only to those who sell.",
    what: "What",
    why: "Why",
    until: "For how long",
  },
  records: {
    title: "Records of use",
    text: "We keep these to fulfil our contract, to show you your history and to settle disputes. They contain no name or e-mail address, only an account number, which leads to no one once you close your account.",
  },
  sections: {
    others: {
      title: "Who else receives data",
      text: "Organizers see order number, seat and a partly hidden e-mail address, to check people in. If you order paper tickets, the organizer and the carrier receive the delivery address.\nA payment provider handles payments, and a mail service delivers our mail. We never store card numbers.\nBeyond this we share data only if you agree or the law requires it.",
    },
    erasing: {
      title: "Deletion",
      text: "Data is deleted automatically when its time is over and cannot be restored. When you close your account, your e-mail address, password and notifications are deleted at once.",
    },
    rights: {
      title: "Your rights",
      text: "Under “My data” in your account settings you can download what we keep and close your account at any time. You can change your e-mail address in the account settings. For anything else, such as correction or restriction, use the contact below.",
    },
    safety: {
      title: "How we protect it",
      text: "Passwords are stored so that they cannot be read back; delivery addresses and two-step login data are encrypted. Access is logged, and our staff see only what a task needs.",
    },
    cookies: {
      title: "Cookies and what your device keeps",
      text: "We use cookies only to keep you logged in and to remember language and appearance, never for advertising or tracking. If you block cookies, you cannot log in. Opening My tickets saves your tickets on that device, so that you can see them without a connection. Logging out deletes them.",
    },
    children: {
      title: "Children under 14",
      text: "Children under 14 cannot sign up, and we do not collect their data.",
    },
    complaints: {
      title: "Where to get help",
      text: "In Korea you can turn to the Privacy Report Center (phone 118) or the Personal Information Dispute Mediation Committee (phone 1833-6972).",
    },
  },
  officer: {
    title: "Privacy contact",
    text: "Please contact our privacy officer: {contacts}",
    unnamed: "Please contact our privacy officer, using the details at the foot of the page.",
  },
};
