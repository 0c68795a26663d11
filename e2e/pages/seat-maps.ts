import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/** The pages on which seat maps are drawn. */
export class SeatMaps {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async create(name: string, venue = "예술의전당"): Promise<void> {
    await this.page.goto("/seller/seat-maps");
    await this.page.getByRole("button", { name: "새 배치도" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("이름").fill(name);
    await dialog.getByLabel("공연장").fill(venue);
    await dialog.getByRole("button", { name: "만들기" }).click();
    await this.page.waitForURL(/\/seat-maps\/seat_map_/);
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  tab = (name: string) => this.page.getByRole("tab", { name }).click();

  async addSection(name: string, price: number): Promise<void> {
    await this.tab("구역");
    await this.page.getByLabel("새 구역 이름").fill(name);
    await this.page.getByLabel("가격(원)").last().fill(String(price));
    await this.page.getByRole("button", { name: "구역 추가" }).click();
    await expect(this.page.getByRole("listitem", { name })).toBeVisible();
  }

  /** Fills the fields of a panel by their labels. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    const panel = this.page.getByRole("tabpanel");
    for (const [label, value] of Object.entries(values))
      await panel.getByLabel(label, { exact: true }).fill(value);
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "저장하기" }).click();
    await expect(this.page.getByText("모두 저장했어요.")).toBeVisible();
  }

  async download(): Promise<string> {
    const [file] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "CSV 받기" }).click(),
    ]);
    return readFileSync(await file.path(), "utf8");
  }

  async importFile(content: string, label = "CSV 가져오기"): Promise<void> {
    await this.page.getByRole("button", { name: label }).click();
    await this.page
      .getByRole("dialog")
      .locator("input[type=file]")
      .setInputFiles({ name: "seats.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  }

  /** Drops a file on the dialog instead of choosing it. */
  async dropFile(content: string, drop: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "seats.csv", { type: "text/csv" }));
      return data;
    }, content);
    await this.page.getByRole("dialog").getByText(drop).dispatchEvent("drop", { dataTransfer });
  }

  /** The panel that says how many seats are chosen. */
  async expectChosen(text: string): Promise<void> {
    await expect(this.page.getByRole("tabpanel").getByText(text)).toBeVisible();
  }
}
