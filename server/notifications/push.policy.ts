import type { PushMessage } from "../push/contract.ts";
import type { Told } from "./contract.ts";
import { inSeoul } from "./mail.ts";

/** So long a browser that is away may still show what has changed. */
const CHANGE_HOURS = 24;

type DataOf<Name extends Told["name"]> = Extract<Told, { name: Name }>["data"];

const inHours = (hours: number, now: Date) => new Date(now.getTime() + hours * 3_600_000);

/** What is pushed of a place on a waiting list: an offer, which has a deadline. */
export function offerPushOf(
  { newStatus, offerEndsAt, quantity }: DataOf<"waitlist.updated">,
  title: string,
): PushMessage | undefined {
  if (newStatus !== "OFFERED" || !offerEndsAt) return undefined;
  const until = inSeoul(offerEndsAt);
  return {
    ko: {
      title: "기다리시던 티켓이 나왔어요",
      body: `${title} ${quantity}장. ${until.ko}까지 받지 않으시면 다음 분께 넘어가요.`,
    },
    en: {
      title: "The tickets you were waiting for are here",
      body: `${title}, ${quantity === 1 ? "1 ticket" : `${quantity} tickets`}. Take them by ${until.en}, or they go to the next person.`,
    },
    path: "/me/waitlist",
    expiresAt: new Date(offerEndsAt),
  };
}

/** What is pushed to who has or holds tickets of an event that changed. */
export function changePushOf(
  event: Extract<Told, { name: "events.updated" | "event-sessions.updated" | "event-sessions.cancelled" }>,
  now: Date,
): PushMessage {
  const expiresAt = inHours(CHANGE_HOURS, now);
  if (event.name === "events.updated") return { ...changedWords(event.data), path: "/me/tickets", expiresAt };
  if (event.name === "event-sessions.updated")
    return { ...movedWords(event.data), path: "/me/tickets", expiresAt };
  return { ...cancelledWords(event.data), path: "/me/orders", expiresAt };
}

function changedWords({ oldTitle, newTitle, oldVenue, newVenue }: DataOf<"events.updated">) {
  const [renamed, elsewhere] = [oldTitle !== newTitle, oldVenue !== newVenue];
  const ko = [
    renamed && `공연 이름: ${oldTitle} → ${newTitle}`,
    elsewhere && `장소: ${oldVenue} → ${newVenue}`,
  ];
  const en = [renamed && `Event: ${oldTitle} → ${newTitle}`, elsewhere && `Venue: ${oldVenue} → ${newVenue}`];
  const line = (changes: readonly (string | false)[]) => changes.filter(Boolean).join(" · ");
  return {
    ko: { title: `${newTitle}: 공연 정보가 바뀌었어요`, body: `${line(ko)}. 티켓은 그대로 쓸 수 있어요.` },
    en: { title: `${newTitle} has changed`, body: `${line(en)}. Your tickets stay valid.` },
  };
}

function movedWords({ title, newStartsAt }: DataOf<"event-sessions.updated">) {
  const at = inSeoul(newStartsAt);
  return {
    ko: {
      title: `${title}: 공연 일시가 바뀌었어요`,
      body: `새 일시는 ${at.ko}이에요. 티켓은 그대로 쓸 수 있어요.`,
    },
    en: {
      title: `${title} starts at another time`,
      body: `It now starts on ${at.en}. Your tickets stay valid.`,
    },
  };
}

function cancelledWords({ title, startsAt }: DataOf<"event-sessions.cancelled">) {
  const at = inSeoul(startsAt);
  return {
    ko: {
      title: `${title}: 공연이 취소됐어요`,
      body: `${at.ko} 공연이에요. 결제하신 금액은 신청하지 않으셔도 전액 환불해요.`,
    },
    en: {
      title: `${title} was cancelled`,
      body: `The performance on ${at.en}. You get all of your money back without asking.`,
    },
  };
}

/** What is pushed to who has tickets of an event session that begins within a day. It is of no use once it has begun. */
export function reminderPushOf({
  title,
  venue,
  startsAt,
}: {
  readonly title: string;
  readonly venue: string;
  readonly startsAt: Date;
}): PushMessage {
  const at = inSeoul(startsAt);
  return {
    ko: {
      title: `${title}: 하루 안에 시작돼요`,
      body: `${at.ko}, ${venue}. 입장하실 때 내 티켓의 QR을 보여 주세요.`,
    },
    en: {
      title: `${title} starts within a day`,
      body: `${at.en}, ${venue}. Show the QR code in My tickets at the door.`,
    },
    path: "/me/tickets",
    expiresAt: startsAt,
  };
}

/** So long it is of use to know that a place was lost: one joins again at the end. */
const LOST_HOURS = 1;

/** What is pushed to who asked to be told at their turn in a queue. @param until - when it passes on; left out where the place was lost */
export function turnPushOf({
  eventSessionId,
  title,
  until,
  now = new Date(),
}: {
  readonly eventSessionId: string;
  readonly title: string;
  readonly until: Date | undefined;
  readonly now?: Date;
}): PushMessage {
  const path = `/sessions/${eventSessionId}/queue`;
  if (!until)
    return {
      ko: {
        title: "대기열 순번이 사라졌어요",
        body: `${title}. 대기 화면이 5분 넘게 닫혀 있었어요. 결제된 금액은 없고, 다시 참여하면 맨 뒤에서 시작해요.`,
      },
      en: {
        title: "Your place in the queue is gone",
        body: `${title}. The page of the queue was closed for over 5 minutes. You were charged nothing; if you join again, you start at the end.`,
      },
      path,
      expiresAt: inHours(LOST_HOURS, now),
    };
  return {
    ko: {
      title: "차례가 됐어요",
      body: `${title}. 2분 안에 들어가 티켓을 골라 주세요. 지나면 다음 분께 넘어가요.`,
    },
    en: {
      title: "It is your turn",
      body: `${title}. Enter and choose your tickets within 2 minutes, or the turn goes to the next person.`,
    },
    path,
    expiresAt: until,
  };
}
