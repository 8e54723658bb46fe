// Takes the picture of the report that the README shows, of a page that the program has written:
//
//   gainsay compare fixtures/stories/leader-train -o target/tmp/leader-train.html
//   node tests/browser/picture.mjs target/tmp/leader-train.html docs/report.png
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [page, picture] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const view = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
await view.goto(pathToFileURL(resolve(page)).href);
await view.waitForTimeout(300);
const height = await view.evaluate(() => document.querySelector(".work").getBoundingClientRect().bottom + scrollY);
await view.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width: 1280, height: Math.min(height, 1700) } });
await browser.close();
