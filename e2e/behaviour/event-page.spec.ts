import { expect, test } from "../fixtures/test.ts";

test("an event says what it is, gives a calendar file, and is read by search engines", async ({
  page,
  context,
  sale,
  logInAsAdmin,
  baseURL,
}) => {
  const { eventId, sessionId, title } = await sale();
  await logInAsAdmin(context);
  const headers = { origin: baseURL ?? "" };
  const details = { runningMinutes: 95, ageRating: 12 };
  const changed = await page.request.patch(`/api/admin/events/${eventId}`, { data: details, headers });
  expect(changed.ok()).toBe(true);
  const doors = { doorsMinutesBefore: 40 };
  const moved = await page.request.patch(`/api/admin/sessions/${sessionId}`, { data: doors, headers });
  expect(moved.ok()).toBe(true);

  await page.goto(`/events/${eventId}`);
  await expect(page.getByText("1시간 35분")).toBeVisible();
  await expect(page.getByText("만 12세 이상")).toBeVisible();
  await expect(page.getByText(/입장 시작$/)).toBeVisible();
  const map = page.getByRole("link", { name: "카카오맵" });
  await expect(map).toHaveAttribute(
    "href",
    `https://map.kakao.com/link/search/${encodeURIComponent("서울")}`,
  );
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? "")).toMatchObject([
    { "@type": "Event", name: title, duration: "PT95M", offers: { price: 30_000, priceCurrency: "KRW" } },
  ]);

  const link = page.getByRole("link", { name: /캘린더에 추가/ });
  const file = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("text/calendar");
  const text = (await file.text()).replaceAll("\r\n\t", "");
  expect(text).toContain(`SUMMARY:${title}`);
  expect(text).toContain(`UID:${sessionId}@seonchak`);
  expect(text).toContain("DURATION:PT95M");
});

test("the first page finds an event by initial consonants, and says so where there is none", async ({
  page,
  sale,
}) => {
  const { title } = await sale({ title: `겨울 산책 ${crypto.randomUUID().slice(0, 8)}` });
  const search = page.getByRole("searchbox", { name: "공연·장소 검색" });
  await page.goto("/");
  await search.fill(`ㄱㅇ ㅅㅊ ${title.slice(-8)}`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await search.fill("없는공연이에요");
  await expect(page.getByText("찾으시는 공연이 없어요")).toBeVisible();
  await page.reload();
  await expect(search).toHaveValue("없는공연이에요");
  await expect(page.getByText("찾으시는 공연이 없어요")).toBeVisible();
  await page.getByRole("link", { name: "조건 모두 지우기" }).click();
  await page.waitForURL((url) => url.search === "");
  await expect(page.getByRole("heading", { name: "지금 예매 중" })).toBeVisible();
});
