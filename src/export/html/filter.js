// Filter and sort: what the bar asks for, over rows, cards and drawings alike.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

document.body.classList.add("live");
const form = one(".filters");
form.hidden = false;

// The words of an entry are those of its row and its card.
const words = new Map();
for (const element of all(".facts tr[data-f], .card[data-f]")) {
  const number = element.dataset.f;
  words.set(number, (words.get(number) ?? "") + " " + element.textContent.toLowerCase());
}

function asked() {
  const data = new FormData(form);
  return {
    verdicts: new Set(data.getAll("verdict")),
    slot: data.get("slot"),
    source: data.get("source"),
    confidence: Number(data.get("confidence")),
    words: data.get("words").toLowerCase().split(/\s+/).filter(Boolean),
  };
}

function admits(element, filter) {
  const { verdict, slot, confidence, sources, f } = element.dataset;
  return filter.verdicts.has(verdict)
    && (!filter.slot || filter.slot === slot)
    && (!filter.source || sources.split(" ").includes(filter.source))
    && Number(confidence) >= filter.confidence
    && filter.words.every((word) => words.get(f)?.includes(word));
}

function applyFilter() {
  const filter = asked();
  one("output", form).value = filter.confidence;
  for (const element of all("[data-f]")) {
    element.classList.toggle("out", !admits(element, filter));
    if (!element.matches(".card")) element.hidden = element.classList.contains("out");
  }
  for (const section of all(".charts")) section.hidden = !one("figure:not(.out)", section);
  const rows = all(".facts tbody tr");
  one(".shown", form).textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown`;
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  applyFilter();
  for (const work of all(".work")) refresh(work);
});

const RANK = ["contradiction", "update", "tension", "precision", "agreement"];
const ORDERS = {
  question: (row) => one("th", row).textContent.toLowerCase(),
  verdict: (row) => RANK.indexOf(row.dataset.verdict),
  confidence: (row) => -Number(row.dataset.confidence),
};

function sortBy(head) {
  const key = ORDERS[head.dataset.sort];
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of all("th[data-sort]", head.parentElement)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = one("tbody", head.closest("table"));
  const rows = all("tr", body).sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const order = x < y ? -1 : x > y ? 1 : a.dataset.f - b.dataset.f;
    return down ? -order : order;
  });
  body.append(...rows);
}

for (const head of all("th[data-sort]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  button.addEventListener("click", () => sortBy(head));
  head.replaceChildren(button);
}
