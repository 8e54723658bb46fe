// Choose a finding: its card is shown, its quotes scroll into view in all articles, what is not concerned steps aside.
const cardOf = (number) => one(`.card[data-f="${number}"]`);
const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

// "3.0 5.1": entry 3, account 0 and entry 5, account 1.
const claims = (mark) => mark.dataset.a.split(" ").map((claim) => claim.split(".").map(Number));
const accountOf = (mark, number) => claims(mark).find(([entry]) => entry === number)?.[1];

function marksOf(work, number) {
  return all("mark", work).filter((mark) => accountOf(mark, number) !== undefined);
}

function choose(number, { jump = false, mark = null } = {}) {
  const card = cardOf(number);
  const work = card.closest(".work");
  for (const element of all(".chosen", work.closest(".story"))) element.classList.remove("chosen");
  card.classList.add("chosen");
  one(`.facts tr[data-f="${number}"]`)?.classList.add("chosen");
  light(work, card, Number(number));
  stepAside(work);
  alsoHere(card, mark, Number(number));
  describePosition(work, card);
  if (jump) {
    history.replaceState(null, "", "#" + encodeURIComponent(card.id));
    work.scrollIntoView({ block: "center", behavior: smooth });
    card.focus({ preventScroll: true });
  }
  one(".panel", work).scrollTop = 0;
  requestAnimationFrame(() => { bringIntoView(work, mark); join(work); });
}

// Highlights the chosen accounts, each lettered by its answer.
function light(work, card, number) {
  for (const mark of all("mark.on", work)) {
    mark.className = mark.className.split(" ")[0];
    delete mark.dataset.letter;
  }
  const letters = all(".sides li", card).map((side) => side.dataset.letter);
  const begun = new Set();
  for (const mark of marksOf(work, number)) {
    const account = accountOf(mark, number);
    mark.classList.add("on", `as-${card.dataset.verdict}`);
    if (!begun.has(account)) mark.dataset.letter = letters[account];
    begun.add(account);
  }
}

function stepAside(work) {
  const columns = all(".column", work);
  const concerned = columns.filter((column) => one("mark.on", column));
  for (const column of columns) {
    column.classList.toggle("aside", columns.length > 2 && concerned.length > 0 && !concerned.includes(column));
  }
}

function bringIntoView(work, chosen) {
  for (const column of all(".column:not(.aside)", work)) {
    const mark = chosen && column.contains(chosen) ? chosen : one("mark.on", column);
    if (!mark) continue;
    const text = one(".text", column);
    const top = mark.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
    text.scrollTo({ top: top - text.clientHeight * 0.35, behavior: smooth });
  }
}

// A passage may answer several questions: the others are offered below the card.
function alsoHere(card, mark, number) {
  one(".also", card.parentElement)?.remove();
  const others = mark ? claims(mark).map(([entry]) => entry).filter((entry) => entry !== number) : [];
  if (others.length === 0) return;
  const also = document.createElement("p");
  also.className = "also";
  also.textContent = "This passage also answers:";
  for (const entry of new Set(others)) {
    const link = document.createElement("a");
    link.href = "#" + encodeURIComponent(cardOf(entry).id);
    link.textContent = one("h3", cardOf(entry)).textContent;
    also.append(link);
  }
  card.parentElement.append(also);
}

const admitted = (work) => all(".card:not(.out)", work);

function describePosition(work, card) {
  const cards = admitted(work);
  const at = cards.indexOf(card);
  one(".steps", work).hidden = cards.length === 0;
  one(".where", work).textContent = at < 0 ? `${cards.length}` : `${at + 1} of ${cards.length}`;
}

function step(work, by) {
  const cards = admitted(work);
  if (cards.length === 0) return;
  const at = cards.findIndex((card) => card.matches(".chosen"));
  choose(cards[(at + by + cards.length) % cards.length].dataset.f, { jump: true });
}

// After filtering: keep the choice if it is still admitted, else take the first. Of many stories, those with nothing
// to show step back.
function refresh(work) {
  const nothing = admitted(work).length === 0;
  work.classList.toggle("bare", nothing);
  work.closest(".story").classList.toggle("quiet", nothing && all(".story").length > 1);
  const chosen = one(".card.chosen", work);
  const next = chosen && !chosen.matches(".out") ? chosen : admitted(work)[0] ?? chosen;
  if (next && !nothing) choose(next.dataset.f);
}

function followHash() {
  const name = decodeURIComponent(location.hash.slice(1));
  const card = name ? document.getElementById(name) : null;
  if (!card?.matches(".card")) return false;
  choose(card.dataset.f, { jump: true });
  return true;
}

for (const side of all(".sides li")) {
  const letter = document.createElement("span");
  letter.className = "letter";
  letter.textContent = side.dataset.letter;
  side.prepend(letter);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const mark = event.target.closest("mark");
  const row = event.target.closest(".facts tbody tr");
  const aside = event.target.closest(".column.aside");
  if (link?.matches(".at")) {
    event.preventDefault();
    const begin = document.getElementById(link.hash.slice(1));
    if (begin) bringIntoView(begin.closest(".work"), begin.nextElementSibling ?? begin);
  } else if (link) {
    const card = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!card?.matches(".card")) return;
    event.preventDefault();
    choose(card.dataset.f, { jump: true });
  } else if (mark) {
    chooseAt(mark);
  } else if (row) {
    choose(row.dataset.f, { jump: true });
  } else if (aside) {
    aside.classList.remove("aside");
    join(aside.closest(".work"));
  }
});

// The mark's first claim that the filter admits; chosen already, the next one.
function chooseAt(mark) {
  const entries = claims(mark).map(([entry]) => entry);
  const shown = entries.filter((entry) => !cardOf(entry).matches(".out"));
  const from = shown.length > 0 ? shown : entries;
  const at = from.findIndex((entry) => cardOf(entry).matches(".chosen"));
  choose(from[(at + 1) % from.length], { mark });
}

document.addEventListener("keydown", (event) => {
  if (event.target.matches("mark") && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    chooseAt(event.target);
  } else if (!event.target.matches("input, select") && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const by = { j: 1, n: 1, k: -1, p: -1 }[event.key];
    const work = one(".card.chosen")?.closest(".work");
    if (by && work) step(work, by);
  }
});

for (const button of all(".steps button")) {
  button.addEventListener("click", () => step(button.closest(".work"), Number(button.dataset.step)));
}
