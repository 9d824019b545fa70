// Uses the gateway's page of API documents as a person does: signs in by one click, runs the worked examples, tries an
// operation. Arguments: the gateway's address, the browser's executable.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [gateway, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (it) => {
    // What the policy forbids is told as an error; a refused example is one, too, and belongs to it.
    if (it.type() === "error" && !it.text().includes("status of 412")) {
      complaints.push(it.text());
    }
  });
  await page.goto(`${gateway}/openapi`, { headers: { Accept: "text/html" } });
  await page.getByRole("button", { name: "citizen", exact: true }).click();
  await page.getByText("Signed in as").waitFor();

  const statuses = [];
  for (const example of (await page.locator("#examples details").all()).slice(0, 5)) {
    await example.locator("summary").click();
    await example.getByRole("button", { name: "Run" }).click();
    const answer = example.locator("pre").nth(1);
    await answer.waitFor();
    statuses.push(Number((await answer.textContent()).slice(0, 3)));
  }
  assert.deepEqual(statuses, [200, 201, 200, 412, 200], "the worked examples");

  const documents = page.locator("#select option");
  await documents.first().waitFor({ state: "attached" });
  assert.ok((await documents.count()) >= 4, "a document for each service");

  const mine = page.locator(".opblock", { has: page.locator("[data-path=\"/api/v1/me/dossiers\"]") });
  await mine.locator(".opblock-summary-control").click();
  await mine.getByRole("button", { name: "Try it out" }).click();
  await mine.getByRole("button", { name: "Execute" }).click();
  const status = mine.locator(".live-responses-table .response-col_status").nth(1);
  await status.waitFor();
  assert.match(await status.textContent(), /^200/, "what was tried");

  assert.deepEqual(complaints, [], "errors in the page");
  console.log(`api-page: ${await documents.count()} documents, examples answer ${statuses.join(", ")}, what was tried answers 200`);
} finally {
  await browser.close();
}
