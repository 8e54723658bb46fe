// What a reader does with the HTML report, done in a real browser: filter, sort, choose, follow a link, use the
// keyboard; and what must not happen: a request, a script of an article's, a barrier to a screen reader.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { test, before, after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const pages = pathToFileURL(`${process.env.TARGET}/tmp/report/`);
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
});
after(() => browser.close());

// Opens a story's page; it may ask for itself only, and must not complain.
async function open(story, { width = 1440, hash = "", colorScheme = "light" } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme, reducedMotion: "reduce" });
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.wrong.push(message.text()));
  page.on("dialog", (dialog) => { page.wrong.push("a dialog"); dialog.dismiss(); });
  const url = new URL(`${story}.html`, pages).href;
  page.on("request", (request) => request.url().split("#")[0] === url || page.wrong.push(request.url()));
  await page.goto(url + hash);
  await page.waitForTimeout(100);
  return page;
}

async function close(page) {
  assert.deepEqual(page.wrong, []);
  await page.close();
}

const shownRows = (page) => page.locator(".facts tbody tr:not([hidden])");
const chosen = (page) => page.locator(".card.chosen h3").first().textContent();

test("the filter leaves what was asked for", async () => {
  const page = await open("leader-train");
  const before = await shownRows(page).count();
  await page.fill("input[name=words]", "foreign minister");
  assert.equal(await shownRows(page).count(), 1);
  assert.match(await chosen(page), /foreign minister/);
  await page.fill("input[name=words]", "");
  await page.uncheck("input[value=contradiction]", { force: true });
  for (const verdict of await shownRows(page).evaluateAll((rows) => rows.map((row) => row.dataset.verdict))) {
    assert.notEqual(verdict, "contradiction");
  }
  await page.check("input[value=contradiction]", { force: true });
  await page.check("input[value=agreement]", { force: true });
  assert.ok(await shownRows(page).count() > before);
  await page.selectOption("select[name=slot]", "time");
  assert.ok(await shownRows(page).count() < before);
  await close(page);
});

test("columns sort in both directions", async () => {
  const page = await open("leader-train");
  const questions = () => page.locator(".facts tbody th").allTextContents();
  await page.click("th[data-sort=question] button");
  const up = await questions();
  assert.deepEqual(up, [...up].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  await page.click("th[data-sort=question] button");
  assert.deepEqual(await questions(), up.reverse());
  assert.equal(await page.getAttribute("th[data-sort=question]", "aria-sort"), "descending");
  await close(page);
});

test("a chosen finding shows its quotes in all articles and joins them", async () => {
  const page = await open("leader-train");
  await page.click(".facts tbody tr:nth-child(1) a");
  await page.waitForTimeout(200);
  assert.match(await chosen(page), /when Erdeni's train left/);
  const marks = page.locator("mark.on[data-letter]");
  assert.equal(await marks.count(), 3);
  for (const mark of await marks.all()) {
    const inside = await mark.evaluate((element) => {
      const [own, frame] = [element, element.closest(".text")].map((e) => e.getBoundingClientRect());
      return own.top >= frame.top && own.bottom <= frame.bottom;
    });
    assert.ok(inside, "the quote is in view");
  }
  assert.equal(await page.locator(".joins path").count(), 2);
  assert.deepEqual(await marks.evaluateAll((all) => all.map((m) => m.dataset.letter).sort()), ["A", "B", "C"]);
  await close(page);
});

test("a highlighted claim leads to its question", async () => {
  const page = await open("earthquake");
  await page.locator("mark", { hasText: "at a depth of 12 kilometres" }).first().click();
  assert.match(await chosen(page), /depth/);
  assert.ok(await page.locator(".column.aside").count() === 1, "what is not concerned steps aside");
  await close(page);
});

test("a link leads to its finding", async () => {
  const page = await open("heist");
  const id = await page.locator(".card").nth(2).getAttribute("id");
  const question = await page.locator(".card h3").nth(2).textContent();
  await close(page);
  const linked = await open("heist", { hash: `#${id}` });
  assert.equal(await chosen(linked), question);
  await close(linked);
});

test("the keyboard suffices", async () => {
  const page = await open("court-case");
  const first = await chosen(page);
  await page.keyboard.press("j");
  assert.notEqual(await chosen(page), first);
  await page.keyboard.press("k");
  assert.equal(await chosen(page), first);
  await page.locator("mark").first().focus();
  await page.keyboard.press("Enter");
  assert.ok((await page.evaluate(() => document.activeElement.className)).includes("on"));
  await page.locator(".facts tbody a").nth(1).focus();
  await page.keyboard.press("Enter");
  assert.equal(await chosen(page), await page.locator(".facts tbody a").nth(1).textContent());
  await close(page);
});

test("nothing of an article runs", async () => {
  const page = await open("hostile");
  assert.doesNotMatch(await page.title(), /^owned/);
  assert.equal(await page.locator("img").count(), 0);
  await page.click(".facts tbody tr:nth-child(2) a");
  await page.locator("mark").first().click();
  assert.doesNotMatch(await page.title(), /^owned/);
  await close(page);
});

test("a story with nothing to flag says so", async () => {
  const page = await open("agreeing");
  await page.check("input[value=agreement]", { force: true });
  assert.ok(await shownRows(page).count() > 5);
  await close(page);
});

for (const [width, colorScheme] of [[1440, "light"], [820, "dark"], [390, "light"], [390, "dark"]]) {
  test(`a screen reader finds its way at ${width}, ${colorScheme}`, async () => {
    const page = await open("earthquake", { width, colorScheme });
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => window.axe.run());
    assert.ok(passes.length > 10, "axe has looked");
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    const told = serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((n) => n.target + " " + n.failureSummary).join(" | ")}`);
    assert.deepEqual(told, []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.ok(!wide, "the page does not scroll sideways");
    await close(page);
  });
}

test("differences in precision have a reason and quotes, and can be linked to", async () => {
  const page = await open("found-leader-train");
  const card = page.locator(".card.v-precision").first();
  const id = await card.getAttribute("id");
  assert.match(id, /^[0-9a-f]{16}$/);
  await close(page);
  const linked = await open("found-leader-train", { hash: `#${id}` });
  const chosen = linked.locator(".card.chosen");
  assert.match(await chosen.locator(".why").textContent(), /more exact, rounded or wider/);
  assert.ok(await chosen.locator("blockquote").count() >= 2);
  assert.match(await chosen.locator(".at").first().textContent(), /:\d+:\d+$/);
  await close(linked);
});

// What a reader with a quiet machine waits, so the best of three: the tests may share theirs.
async function loadTime(story) {
  const times = [];
  for (let i = 0; i < 3; i++) {
    const page = await open(story);
    const { duration } = await page.evaluate(() => performance.getEntriesByType("navigation")[0].toJSON());
    times.push(duration);
    await close(page);
  }
  return Math.min(...times);
}

// Two articles, fourteen, and the largest story that was at hand when the pages were written.
const large = readdirSync(pages).filter((name) => /^found-/.test(name)).map((name) => name.replace(".html", ""));
for (const story of new Set(["earthquake", "found-leader-train", "found-fourteen", ...large])) {
  test(`${story} is there in under a second and under 1.5 MB`, async () => {
    assert.ok(statSync(new URL(`${story}.html`, pages)).size < 1_500_000);
    const time = await loadTime(story);
    assert.ok(time < 1000, `${time} ms`);
  });
}
