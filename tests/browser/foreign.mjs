// The exports read by a Markdown renderer (GitHub's dialect) and by a JSON Schema validator: neither is ours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { marked } from "marked";
import { chromium } from "playwright-core";

const STORIES = ["ferry", "quake", "hostile", "found"];
const folder = `${process.env.TARGET}/tmp/foreign`;
const read = (path) => readFileSync(path, "utf8");
const json = (path) => JSON.parse(read(path));
const lines = (path) => read(path).trimEnd().split("\n").map((line) => JSON.parse(line));
const ours = (name) => new URL(`../../${name}`, import.meta.url);

function follows(Validator, schema, instances) {
  const validator = addFormats(new Validator({ strict: false, allErrors: true, unicodeRegExp: false }));
  // The pattern of a SARIF schema is none with the flag u; Rust has names of its own for the widths of numbers.
  for (const width of ["uint", "double"]) validator.addFormat(width, true);
  const validate = validator.compile(json(ours(schema)));
  assert.ok(instances.length > 0);
  for (const instance of instances) assert.ok(validate(instance), JSON.stringify(validate.errors));
  assert.ok(!validate({ schema: "none" }), "the check can fail");
}

for (const story of STORIES) {
  test(`${story} follows the published schemas`, () => {
    follows(Ajv2020, "schema/comparison.v1.json", [json(`${folder}/${story}/all.json`)]);
    follows(Ajv2020, "schema/finding.v1.json", lines(`${folder}/${story}/all.jsonl`));
    follows(Ajv, "tests/gate/sarif-2.1.0.schema.json", [json(`${folder}/${story}/all.sarif`)]);
  });
}

test("extracted articles follow the published schema", () => {
  follows(Ajv2020, "schema/article.v1.json", lines(`${folder}/articles.jsonl`));
});

const shown = (text) => text.replace(/\s+/g, " ").trim();

test("Markdown renders as a table and folded quotes", async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  for (const story of STORIES) {
    const page = await browser.newPage();
    const dialogs = [];
    page.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
    await page.setContent(marked.parse(read(`${folder}/${story}/all.md`), { gfm: true }));
    const { facts, findings } = json(`${folder}/${story}/all.json`);
    const known = new Set(findings.map((finding) => finding.fact));
    const precise = facts.filter((fact) => fact.verdict === "precision" && !known.has(fact.id));
    const told = [...findings.map(({ fact }) => facts.find(({ id }) => id === fact)), ...precise];
    const questions = await page.locator("tbody tr td:first-child").allTextContents();
    assert.deepEqual(questions.map(shown), told.map((fact) => shown(fact.question)));
    assert.equal(await page.locator("details").count(), told.length);
    const quotes = await page.locator("details li").allTextContents();
    assert.equal(quotes.length, told.flatMap((fact) => fact.accounts).length);
    assert.equal(await page.locator("script, img, a, h1, table em, table code").count(), 0, "nothing of an article's formats");
    assert.deepEqual(dialogs, []);
    await page.close();
  }
  await browser.close();
});
