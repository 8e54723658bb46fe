// Takes pictures of a report that the program has written:
//
//   node tests/browser/picture.mjs PAGE PICTURE [WIDTH [light|dark|print]]
//
// tests/browser/pictures makes the one in the README with it.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [page, picture, width = "1280", look = "light"] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const view = await browser.newPage({
  viewport: { width: Number(width), height: 900 },
  colorScheme: look === "dark" ? "dark" : "light",
  reducedMotion: "reduce",
});
if (look === "print") await view.emulateMedia({ media: "print" });
await view.goto(pathToFileURL(resolve(page)).href);
// The finding that most articles answer shows most of the report.
await view.evaluate(() => {
  const rows = [...document.querySelectorAll(".facts tbody tr")];
  const sources = (row) => row.dataset.sources.split(" ").length;
  rows.reduce((best, row) => (sources(row) > sources(best) ? row : best)).querySelector("a").click();
  document.activeElement.blur();
  scrollTo(0, 0);
});
await view.waitForTimeout(500);
// The README shows the table and the articles; the drawings below them would make it too long.
const height = await view.evaluate(() => document.querySelector(".work").getBoundingClientRect().bottom + scrollY);
const clip = { x: 0, y: 0, width: Number(width), height: Math.min(height, 1700) };
await view.screenshot(width === "1280" && look === "light" ? { path: picture, fullPage: true, clip } : { path: picture, fullPage: true });
await browser.close();
