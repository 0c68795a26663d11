import { expect, type Page } from "@playwright/test";
import { patient } from "#server/testing/patience.ts";

/** The operator's way through the pages of the outbox. */
export class Operations {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the list by way of the search field, and waits until it shows `count` transmissions. */
  async search(text: string, count: number): Promise<void> {
    await this.page.goto("/admin/transmissions");
    await this.page.getByRole("searchbox", { name: "찾기" }).fill(text);
    await this.page.getByRole("searchbox", { name: "찾기" }).press("Enter");
    await expect(this.page).toHaveURL(/search=/);
    await expect(this.page.getByText(`${count}건 표시`, { exact: true })).toBeVisible();
  }

  async choose(status: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "상태" }).selectOption(status);
    await expect(this.page).toHaveURL(/status=/);
  }

  /** Goes to another of the operators' pages by the navigation, which is behind a button on a phone. */
  async goTo(place: string): Promise<void> {
    const navigation = this.page.getByRole("navigation", { name: "운영 메뉴" });
    const closed = navigation.getByRole("button", { name: "메뉴", expanded: false });
    const link = navigation.getByRole("link", { name: place, exact: true });
    // A page that was just opened shows the button before it can be pressed.
    await expect(async () => {
      await expect(closed.or(link).first()).toBeVisible();
      if (await closed.isVisible()) await closed.click();
      await expect(link).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: patient(30_000) });
    await link.click();
  }

  async open(transmissionId: string): Promise<void> {
    await this.page.goto(`/admin/transmissions/${transmissionId}`);
    await expect(this.page.getByRole("heading", { name: "OrderCompleted" })).toBeVisible();
  }

  card(destination: string) {
    return this.page
      .locator("section", { has: this.page.getByRole("heading", { level: 3, name: destination }) })
      .last();
  }
}
