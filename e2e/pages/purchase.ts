import { expect, type Page } from "@playwright/test";

/** The buyer's way through the pages, as a person finds it: by the words on the buttons. */
export class Purchase {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openEvent(eventId: string): Promise<void> {
    await this.page.goto(`/events/${eventId}`);
  }

  /** Presses the event's button; before the page knows who is logged in, the button only leads to the queue. */
  async joinQueue(): Promise<void> {
    await this.page.getByRole("link", { name: /예매하기/ }).click();
    await this.page.waitForURL(/\/queue$/);
    await this.join();
  }

  /** Joins the queue where the page has no place yet. */
  async join(): Promise<void> {
    const join = this.page.getByRole("button", { name: "예매하기", exact: true });
    const place = this.page.getByRole("button", { name: "입장하기" }).or(this.page.getByText("내 순번"));
    await expect(join.or(place).first()).toBeVisible();
    if (await join.isVisible()) await join.click();
    await expect(place.first()).toBeVisible();
  }

  async enter(): Promise<void> {
    await this.page.getByRole("button", { name: "입장하기" }).click();
    await this.page.waitForURL(/\/tickets$/);
  }

  async hold(quantity = 1): Promise<string> {
    for (let more = 1; more < quantity; more++)
      await this.page.getByRole("button", { name: "늘리기" }).click();
    await this.page.getByRole("button", { name: `${quantity}장 선점하기` }).click();
    await this.page.waitForURL(/\/checkout\//);
    return this.page.url().split("/").at(-1) ?? "";
  }

  async goToPayment(): Promise<void> {
    await this.page.getByRole("button", { name: /원 결제하기/ }).click();
    await this.page.waitForURL(/\/sandbox\/pay\//);
  }

  /** Presses one of the provider's buttons and comes back to the result. */
  async pay(button: string | RegExp): Promise<string> {
    await this.page.getByRole("button", { name: button }).click();
    return this.orderOnResult();
  }

  async orderOnResult(): Promise<string> {
    await this.page.waitForURL(/\/orders\/[^/]+\/result/);
    return new URL(this.page.url()).pathname.split("/")[2] ?? "";
  }

  /** Goes on from a hold to the payment window, which Toss opens from our page without a press. */
  async toTossWindow(holdId: string): Promise<void> {
    await this.page.goto(`/checkout/${holdId}`);
    await this.page.getByRole("button", { name: /원 결제하기/ }).click();
    await this.page.waitForURL(/pay\.tosspayments\.com/);
  }

  async toPayment(holdId: string): Promise<void> {
    await this.page.goto(`/checkout/${holdId}`);
    await this.goToPayment();
  }

  heading(name: string | RegExp) {
    return expect(this.page.getByRole("heading", { name })).toBeVisible();
  }
}
