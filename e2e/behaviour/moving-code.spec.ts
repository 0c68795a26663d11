import { movingCode } from "#server/tickets/values.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { answerOf, givenDoors, makeDoorLink, readQr, scan } from "../fixtures/doors.ts";
import { expect, test } from "../fixtures/test.ts";

interface Ticket {
  readonly qr: string;
  readonly movingSecret: string;
  readonly sessionId: string;
}

const MINUTE_MS = 60_000;
const HALF_MINUTE_MS = 30_000;

test("a ticket page draws a code that moves, and the door tells it from a picture", async ({
  page,
  context,
  browser,
  baseURL,
  buyer,
  buy,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const { sessionId, sessionPath, path } = await givenDoors(context, baseURL);
  await buy(buyer, sessionId, { quantity: 3 });
  await page.goto(sessionPath);
  await page.getByLabel("입장할 수 있는 QR").selectOption("ASK");
  await page.getByRole("button", { name: "저장" }).click();
  await expect(page).not.toHaveURL(new RegExp(sessionPath));
  const address = await makeDoorLink(page, path);
  await expect(page.getByText("입구에서 직원이 확인하고 들여보내요")).toBeVisible();
  await expectAccessible(page);

  // The telephone's clock is two hours ahead: the page goes by the server's.
  const phone = await buyer.newPage();
  await phone.clock.install({ time: Date.now() + 120 * MINUTE_MS });
  await phone.goto("/me/tickets");
  await expect(phone.getByText("캡처하거나 인쇄한 QR은 입구에서 한 번 더 확인해요").first()).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "QR 크게 보기" }).first().click();
  const code = phone.getByRole("dialog").getByRole("img").first().locator("..");
  const drawn = async () => (await readQr(code)) ?? "";
  await expect.poll(drawn).toMatch(/^[^.]+(\.[^.]+){4}$/);
  const first = await drawn();
  await expectAccessible(phone);
  await expect(phone.getByRole("dialog")).toContainText(/\d\d:\d\d:\d\d/);

  const device = await browser.newContext();
  const door = await device.newPage();
  await door.goto(address);
  await expect(door.getByTestId("door-counts")).toHaveText("0 / 3");
  await scan(door, first);
  await expect(answerOf(door)).toContainText("들어가셔도 돼요");

  await phone.clock.fastForward(HALF_MINUTE_MS);
  const ticketOf = (text: string) => text.split(".").slice(0, 3).join(".");
  await expect
    .poll(async () => [await drawn()].map((text) => [ticketOf(text), text !== first])[0])
    .toEqual([ticketOf(first), true]);

  const listed: Ticket[] = await (await buyer.request.get("/api/me/tickets")).json();
  const [second, third] = listed.filter(
    (ticket) => ticket.sessionId === sessionId && !first.startsWith(ticket.qr),
  );
  if (!second || !third) throw new Error("the order has no further tickets");
  const shown = (ticket: Ticket, ago = 0) => movingCode(ticket.qr, ticket.movingSecret, Date.now() - ago);

  const picture = await shown(second, 10 * MINUTE_MS);
  await scan(door, picture);
  await expect(answerOf(door)).toContainText("확인 필요");
  await expect(answerOf(door)).toContainText("캡처한 화면으로 보여요: 오늘");
  await expectAccessible(door);
  await door.getByRole("button", { name: "들여보내지 않기" }).click();
  await expect(door.getByTestId("door-counts")).toHaveText("1 / 3");
  await scan(door, picture);
  await door.getByRole("button", { name: "확인하고 들여보내기" }).click();
  await expect(answerOf(door)).toContainText("들어가셔도 돼요");
  await expect(door.getByTestId("door-counts")).toHaveText("2 / 3");

  // The house takes moving codes alone from now on, and its doors know it also when they lose the network.
  const changed = await context.request.patch(`/api/admin/sessions/${sessionId}`, {
    headers: { origin: baseURL ?? "" },
    data: { terms: { entryCodes: "MOVING" } },
  });
  expect(changed.status()).toBe(200);
  await door.reload();
  await expect(door.getByTestId("door-counts")).toHaveText("2 / 3");
  await scan(door, third.qr);
  await expect(answerOf(door)).toContainText("움직이는 QR 필요");
  await expectAccessible(door);
  await device.setOffline(true);
  await scan(door, await shown(third, 10 * MINUTE_MS));
  await expect(answerOf(door)).toContainText("캡처한 화면으로 보여요");
  await scan(door, await shown(third));
  await expect(answerOf(door)).toContainText("오프라인에서 확인했어요");
  await expect(answerOf(door)).toContainText("들어가셔도 돼요");
  await device.setOffline(false);
  await expect(door.getByText("아직 보내지 않은 확인")).toBeHidden();
  await expect(page.getByTestId("door-counts")).toContainText("3 / 3명 입장");

  await phone.reload();
  await expect(phone.getByText("사용 완료").first()).toBeVisible();
  await device.close();
});
