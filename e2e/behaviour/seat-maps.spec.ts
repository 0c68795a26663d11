import type { BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { post } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";
import { SeatMaps } from "../pages/seat-maps.ts";

const DESKTOP = { width: 1280, height: 900 };

const named = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

/** A map of one section with two rows of four seats, made over the API. */
async function mapOf(
  person: BrowserContext,
  baseURL: string | undefined,
): Promise<{ id: string; name: string }> {
  const seats = ["1", "2", "3", "4"].map((number) => ({ number }));
  return post(person, baseURL, "/api/admin/seat-maps", {
    ...{ name: named("소극장"), venue: "대학로" },
    plan: {
      sections: [{ id: "s1", name: "R석", color: "#0072b2", price: 120_000 }],
      rows: ["1", "2"].map((label) => ({ section: "s1", label, seats })),
    },
  });
}

/** How large a seat is drawn at the most, in CSS pixels: so are all of a map as small as that of `mapOf`. */
const SEAT = 48;

/** Where the seats of the map of `mapOf` are on the screen, by row and seat, once its picture shows all of it. */
async function seatsOnPicture(page: Page): Promise<(row: number, seat: number) => [number, number]> {
  const picture = page.getByRole("img", { name: /좌석 8개를 그린 배치도/ });
  await picture.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  // The stage is three seat widths before the first row, and both are in the middle together.
  return (row, seat) => [x + width / 2 + SEAT * (seat - 1.5), y + height / 2 + SEAT * (row * 1.25 + 0.875)];
}

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
}

test("a hall is drawn by hand, saved, exported, imported again the same, and sold", async ({
  page,
  context,
  baseURL,
  logInAsSeller,
}) => {
  await page.setViewportSize(DESKTOP);
  await logInAsSeller(context);
  const maps = new SeatMaps(page);
  const name = named("대극장");
  await maps.create(name);
  await maps.addSection("R석", 120_000);
  await maps.addSection("S석", 80_000);
  await maps.tab("블록 추가");
  await page.getByRole("tabpanel").getByLabel("구역").selectOption({ label: "R석" });
  await maps.fill({ "열 수": "4", "한 열의 좌석 수": "12", 통로: "4 8", "굽은 정도(0~180°)": "40" });
  await page.getByRole("button", { name: "블록 추가하기" }).click();
  await maps.expectChosen("좌석 48개 · 열 4개");
  await expect(page.getByText("저장하기 전에 고칠 곳이 1군데 있어요")).toBeVisible();

  // The two rows at the back become another section, and one seat is kept by the house.
  await maps.tab("목록");
  await page
    .getByLabel("열", { exact: true })
    .selectOption(["3열 · 12석", "4열 · 12석"].map((label) => ({ label })));
  await maps.tab("고른 좌석");
  await page.getByRole("tabpanel").getByLabel("구역").selectOption({ label: "S석" });
  await page.getByRole("button", { name: "이 구역으로 바꾸기" }).click();
  await expect(page.getByText("고칠 곳이")).toBeHidden();
  await maps.tab("목록");
  await page.getByLabel("열", { exact: true }).selectOption({ label: "1열 · 12석" });
  await page.getByRole("listbox", { name: "좌석" }).selectOption({ label: "1열 1번" });
  await maps.tab("고른 좌석");
  await page.getByLabel("판매하지 않음(하우스석)").check();
  await page.getByRole("button", { name: "되돌리기" }).click();
  await expect(page.getByLabel("판매하지 않음(하우스석)")).not.toBeChecked();
  await page.getByRole("button", { name: "다시 하기" }).click();
  await expect(page.getByLabel("판매하지 않음(하우스석)")).toBeChecked();
  await expectAccessible(page);
  await maps.save();

  const file = await maps.download();
  expect(file.split("\r\n").filter((line) => line.includes("S석"))).toHaveLength(24);
  await maps.create(named("복사한 극장"));
  await maps.importFile(file);
  await expect(page.getByText("좌석 48개를 가져왔어요.")).toBeVisible();
  await expect(page.getByText("예술의전당 · 48석")).toBeVisible();
  expect(await maps.download()).toBe(file);

  const { id: eventId } = await post(context, baseURL, "/api/admin/events", {
    ...{ title: named("오페라"), description: "한 번뿐인 밤", venue: "서울", status: "PUBLISHED" },
  });
  await page.goto(`/seller/events/${eventId}/sessions/new`);
  await page.getByLabel("일시").fill("2030-12-24T19:00");
  await page.getByRole("radio", { name: /좌석 배치도로 팔기/ }).click();
  const map = page.getByLabel("좌석 배치도", { exact: true });
  await map.selectOption({ label: `${name} · 예술의전당 · 48석` });
  await page.getByLabel("R석 가격(원)").fill("130000");
  await expect(page.getByText("판매할 좌석 47석 · 판매하지 않는 좌석 1석")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "회차 추가하기" }).click();
  await page.waitForURL(new RegExp(`/seller/events/${eventId}$`));
  await expect(page.getByText("47 / 47", { exact: false })).toBeVisible();
  const [{ id: sessionId, price }] = await (await page.request.get(`/api/events/${eventId}/sessions`)).json();
  expect(price).toBe(80_000);
  const seats = await (await page.request.get(`/api/sessions/${sessionId}/seats`)).json();
  expect(seats.filter((seat: { price: number }) => seat.price === 130_000)).toHaveLength(24);
});

test("seats are chosen and moved by the keyboard alone", async ({ page, context, baseURL, logInAsAdmin }) => {
  await page.setViewportSize(DESKTOP);
  await logInAsAdmin(context);
  const { id } = await mapOf(context, baseURL);
  await page.goto(`/admin/seat-maps/${id}`);
  await page.getByRole("tab", { name: "구역" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const rows = page.getByLabel("열 수");
  await rows.focus();
  await rows.press("ControlOrMeta+a");
  await page.keyboard.type("1");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("6");
  await page.keyboard.press("Enter");
  const maps = new SeatMaps(page);
  await maps.expectChosen("좌석 6개 · 열 1개");

  const keys = page.getByRole("group", { name: "고른 좌석을 키보드로 옮기기" });
  await keys.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("]");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("바뀐 내용이 없어요.")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("저장하지 않은 변경이 있어요.")).toBeVisible();
  await page.keyboard.press("Control+a");
  await expect(keys).toContainText("좌석 14개를 골랐어요");
  await page.keyboard.press("Escape");
  await expect(keys).toContainText("좌석 0개를 골랐어요");
  await page.getByRole("button", { name: "저장하기" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("모두 저장했어요.")).toBeVisible();
  await expectAccessible(page);
});

test("seats are chosen on the picture by press and by drag, and moved", async ({
  page,
  context,
  baseURL,
  logInAsAdmin,
}) => {
  await page.setViewportSize(DESKTOP);
  await logInAsAdmin(context);
  const { id } = await mapOf(context, baseURL);
  await page.goto(`/admin/seat-maps/${id}`);
  const maps = new SeatMaps(page);
  const seatAt = await seatsOnPicture(page);
  await page.mouse.click(...seatAt(0, 1));
  await maps.expectChosen("좌석 1개 · 열 1개");
  await expect(page.getByRole("tabpanel").getByLabel("좌석 번호")).toHaveValue("2");
  await page.keyboard.down("Shift");
  await page.mouse.click(...seatAt(0, 3));
  await page.keyboard.up("Shift");
  await maps.expectChosen("좌석 3개 · 열 1개");
  await page.mouse.dblclick(...seatAt(1, 0));
  await maps.expectChosen("좌석 4개 · 열 1개");
  await drag(page, seatAt(-1, -1), seatAt(1, 1.5));
  await maps.expectChosen("좌석 4개 · 열 2개");

  await drag(page, seatAt(0, 0), seatAt(4, 0));
  await expect(page.getByText("저장하지 않은 변경이 있어요.")).toBeVisible();
  await maps.save();
  const { plan } = await (await page.request.get(`/api/admin/seat-maps/${id}`)).json();
  const [first, second] = plan.rows.map(({ seats }: { seats: { x: number; y: number }[] }) => seats);
  expect(first[0].y - first[3].y).toBe(5);
  expect(second[1].y - second[2].y).toBe(5);
  expect(first[0].x).toBe(second[0].x);
});

test("on a phone a finger chooses one seat after the other", async ({
  page,
  context,
  baseURL,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const { id } = await mapOf(context, baseURL);
  await page.goto(`/seller/seat-maps/${id}`);
  const seatAt = await seatsOnPicture(page);
  await page.touchscreen.tap(...seatAt(0, 0));
  await page.touchscreen.tap(...seatAt(1, 3));
  const maps = new SeatMaps(page);
  await maps.expectChosen("좌석 2개 · 열 2개");
  await page.touchscreen.tap(...seatAt(0, 0));
  await maps.expectChosen("좌석 1개 · 열 1개");
  await page.getByLabel("휠체어석").check();
  await maps.save();
  const file = await maps.download();
  expect(file).toContain("R석,2,4,120000,,,accessible");
  await expectAccessible(page);
});

test("a fault is told with its seats before the map is saved, and mended", async ({
  page,
  context,
  baseURL,
  logInAsAdmin,
}) => {
  await page.setViewportSize(DESKTOP);
  await logInAsAdmin(context);
  const { id } = await mapOf(context, baseURL);
  await page.goto(`/admin/seat-maps/${id}`);
  const maps = new SeatMaps(page);
  await maps.tab("블록 추가");
  await maps.fill({ "열 수": "1", "한 열의 좌석 수": "3", "몇 번째부터": "2" });
  await page.getByRole("button", { name: "블록 추가하기" }).click();
  const faults = page.getByRole("status").filter({ hasText: "저장하기 전에 고칠 곳" });
  await expect(faults).toContainText("같은 구역에 같은 이름의 열이 또 있어요. R석 · 2");
  await expect(page.getByRole("button", { name: "저장하기" })).toBeDisabled();
  await page.getByRole("button", { name: "선택 해제" }).click();
  await faults.getByRole("button", { name: "좌석 고르기" }).first().click();
  await maps.expectChosen("좌석 3개 · 열 1개");
  const label = page.getByRole("tabpanel").getByLabel("열 이름");
  await label.fill("");
  await label.blur();
  await expect(page.getByText("1~20자로 적어 주세요.")).toBeVisible();
  await label.fill("3");
  await label.press("Enter");
  await expect(faults).toBeHidden();
  await maps.save();
});

test("what is edited while the map is being saved stays unsaved", async ({
  page,
  context,
  baseURL,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const { id } = await mapOf(context, baseURL);
  await page.goto(`/seller/seat-maps/${id}`);
  const price = page.getByRole("listitem", { name: "R석" }).getByLabel("가격(원)");
  await price.fill("150000");
  await price.blur();
  const { promise: edited, resolve: goOn } = Promise.withResolvers<void>();
  await page.route(`**/api/admin/seat-maps/${id}`, async (route) => {
    await edited;
    await route.continue();
  });
  const answered = page.waitForResponse(`**/api/admin/seat-maps/${id}`);
  await page.getByRole("button", { name: "저장하기" }).click();
  await price.fill("160000");
  await price.blur();
  goOn();
  await answered;
  await expect(page.getByRole("button", { name: "저장하기" })).toBeEnabled();
  await expect(page.getByText("저장하지 않은 변경이 있어요.")).toBeVisible();
  await new SeatMaps(page).save();
  const { plan } = await (await page.request.get(`/api/admin/seat-maps/${id}`)).json();
  expect(plan.sections[0].price).toBe(160_000);
});

test("every mistake of a file is told by its line and column, and nothing is imported", async ({
  page,
  context,
  baseURL,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const { id } = await mapOf(context, baseURL);
  await page.goto(`/seller/seat-maps/${id}`);
  const maps = new SeatMaps(page);
  const wrong = "section,row,number,price,flags\nR석,1,1,120000,\nR석,1,1,싸게,\nR석,1,2,120000,sofa\n";
  await maps.importFile(wrong);
  const mistakes = page.getByRole("list", { name: "파일에서 고칠 곳" }).getByRole("listitem");
  await expect(mistakes).toHaveText([
    /3번째 줄, price 열가격은 0 이상의 원 단위 숫자여야 해요.적힌 내용: 싸게/,
    /4번째 줄, flags 열알 수 없는 표시예요.*적힌 내용: sofa/,
  ]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "닫기" }).click();
  await expect(page.getByText("대학로 · 8석")).toBeVisible();

  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.reload();
  await page.getByRole("button", { name: "Import CSV" }).click();
  await maps.dropFile(wrong, "Drop a file here, or choose one.");
  await expect(page.getByText("Line 3, column price")).toBeVisible();
  await expect(page.getByText("This flag is not known.", { exact: false })).toBeVisible();
  await expectAccessible(page);
});

test("what someone else has saved meanwhile is not overwritten, and no work is lost", async ({
  page,
  context,
  baseURL,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const { id, name } = await mapOf(context, baseURL);
  await page.goto(`/seller/seat-maps/${id}`);
  const section = page.getByRole("listitem", { name: "R석" });
  await section.getByLabel("가격(원)").fill("150000");
  await section.getByLabel("가격(원)").blur();
  await expect(page.getByText("저장하지 않은 변경이 있어요.")).toBeVisible();

  // The page is left for another one of the app, which the browser asks about, and opened again.
  const asked = page.waitForEvent("dialog", (dialog) => dialog.type() === "beforeunload");
  const left = page.getByRole("link", { name: "배치도 목록으로" }).click();
  await (await asked).accept();
  await left;
  await page.getByRole("link", { name }).click();
  await expect(page.getByText("저장하지 않은 변경을 이어서 편집하고 있어요")).toBeVisible();

  const headers = { origin: baseURL ?? "" };
  const renamed = { readVersion: 1, venue: "명동" };
  expect((await context.request.patch(`/api/admin/seat-maps/${id}`, { data: renamed, headers })).ok()).toBe(
    true,
  );
  await page.getByRole("button", { name: "저장하기" }).click();
  await expect(page.getByText("그사이 다른 분이 이 배치도를 먼저 저장했어요")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "새 배치도로 저장하기" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} (내 변경)` })).toBeVisible();
  await expect(section.getByLabel("가격(원)")).toHaveValue("150000");

  await page.goto(`/seller/seat-maps/${id}`);
  await expect(page.getByText("명동 · 8석")).toBeVisible();
  await expect(section.getByLabel("가격(원)")).toHaveValue("120000");
  await page.getByRole("button", { name: `‘${name}’ 지우기` }).click();
  await page
    .getByRole("alertdialog", { name: `‘${name}’ 배치도를 지울까요?` })
    .getByRole("button", { name: "지우기" })
    .click();
  await page.waitForURL(/\/seller\/seat-maps$/);
  await page.getByLabel("배치도 찾기").fill(name);
  await page.getByRole("button", { name: "찾기" }).click();
  await expect(page.getByRole("link", { name: `${name} (내 변경)` })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toBeHidden();
});
