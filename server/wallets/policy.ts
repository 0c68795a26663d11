import type { EventSessionId } from "../catalog/contract.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { seatNames } from "../seats/contract.ts";
import { CHECK_IN_HOURS, type Ticket, type TicketId } from "../tickets/contract.ts";
import { walletErrors } from "./errors.ts";

/** Texts that a wallet shows in the language of its phone. */
export interface Localized {
  readonly ko: string;
  readonly en: string;
}

/** What a wallet shows of a ticket, whichever wallet it is. */
export interface PassContent {
  readonly ticketId: TicketId;
  readonly eventSessionId: EventSessionId;
  readonly title: string;
  readonly venue: string;
  readonly startsAt: Date;
  /** Null where that is not said. */
  readonly doorsAt: Date | null;
  /** When the doors take no ticket any more. */
  readonly endsAt: Date;
  /** Null for counted stock. */
  readonly seat: Localized | null;
  /** Which of its order's tickets it is. */
  readonly ordinal: string;
  readonly shortCode: string;
  /** The signed text of the code. */
  readonly qr: string;
  /** What its holder has to know. */
  readonly notice: Localized;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Refuses a ticket that a pass would promise too much of.
 * @throws `wallet_admits_no_one` and `wallet_code_moves` (409)
 */
export function requireServable({ status, sessionCancellation, entryCodes }: Ticket): void {
  if (status !== "VALID" || sessionCancellation !== null) throw walletErrors.wallet_admits_no_one();
  // The code in a wallet never changes, so a door that takes moving ones alone would turn its holder away.
  if (entryCodes === "MOVING") throw walletErrors.wallet_code_moves();
}

/** What a wallet shows of a ticket. */
export function passContentOf(ticket: Ticket): PassContent {
  const { seat: number, section, row, label, entryCodes, doorsMinutesBefore: minutes } = ticket;
  const startsAt = new Date(ticket.startsAt);
  return {
    ...{
      ticketId: ticket.id,
      eventSessionId: ticket.sessionId,
      title: ticket.eventTitle,
      venue: ticket.venue,
    },
    startsAt,
    doorsAt: minutes === null ? null : new Date(startsAt.getTime() - minutes * MINUTE_MS),
    endsAt: new Date(startsAt.getTime() + CHECK_IN_HOURS.after * HOUR_MS),
    seat: number !== null && section !== null ? seatNames({ section, row, label, number }) : null,
    ordinal: `${ticket.number}/${ticket.count}`,
    shortCode: shortCodeOf(ticket.id),
    qr: ticket.qr,
    notice: inBoth((language) =>
      [...(entryCodes === "ASK" ? [WORDS.asked[language]] : []), WORDS.mayEnd[language]].join(" "),
    ),
  };
}

const inBoth = (text: (language: keyof Localized) => string): Localized => ({
  ko: text("ko"),
  en: text("en"),
});

/** The words of a pass. Beneath each is what a person at the entrance or on the way there looks for. */
export const WORDS = {
  ticket: { ko: "입장권", en: "Ticket" },
  event: { ko: "공연", en: "Event" },
  when: { ko: "일시", en: "Date" },
  doors: { ko: "입장 시작", en: "Doors" },
  venue: { ko: "장소", en: "Venue" },
  seat: { ko: "좌석", en: "Seat" },
  ordinal: { ko: "장", en: "Ticket" },
  code: { ko: "티켓 번호", en: "Ticket number" },
  notice: { ko: "알아 두세요", en: "Good to know" },
  myTickets: { ko: "내 티켓에서 보기", en: "See it in My tickets" },
  generalAdmission: { ko: "비지정석", en: "General admission" },
  asked: {
    ko: "이 QR은 바뀌지 않아서 입구에서 한 번 더 확인해요. 휴대폰으로 ‘내 티켓’을 열면 바로 들어갈 수 있어요.",
    en: "This QR code does not change, so the door takes a second look at it. With My tickets open on your phone you go straight in.",
  },
  mayEnd: {
    ko: "티켓을 다른 사람에게 주거나 취소하면 이 QR로는 입장할 수 없어요. 공연 정보가 바뀌어도 지갑의 티켓은 그대로이니 ‘내 티켓’에서 확인해 주세요.",
    en: "Once the ticket is given to another person or cancelled, this QR code no longer lets you in. If the event changes, the pass in your wallet stays as it was, so check My tickets.",
  },
} as const satisfies Record<string, Localized>;
