// The lines between the quotes of the chosen finding, drawn anew whenever something scrolls or changes size.
const SVG = "http://www.w3.org/2000/svg";

function join(work) {
  const svg = one(".joins", work);
  const card = one(".card.chosen", work);
  svg.replaceChildren();
  if (!card || getComputedStyle(svg).display === "none") return;
  svg.setAttribute("class", "joins " + [...card.classList].find((name) => name.startsWith("v-")));
  const box = work.getBoundingClientRect();
  const points = all("mark.on[data-letter]", work)
    .filter((mark) => mark.offsetParent)
    .map((mark) => place(mark, box, card));
  for (let i = 1; i < points.length; i++) svg.append(line(points[i - 1], points[i]));
}

// Where a mark stands in the drawing; one that is scrolled away is held at the edge of its column.
function place(mark, box, card) {
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const column = mark.closest(".column");
  const frame = one(".text", column).getBoundingClientRect();
  const middle = (at.top + at.bottom) / 2;
  const y = Math.min(Math.max(middle, frame.top + 4), frame.bottom - 4);
  const letter = mark.dataset.letter;
  return { left: at.left - box.left, right: at.right - box.left, y: y - box.top, away: y !== middle, column, letter };
}

function line(from, to) {
  const path = document.createElementNS(SVG, "path");
  const start = from.column === to.column ? from.left - 4 : from.right + 2;
  const end = to.left - 4;
  const bend = from.column === to.column ? -18 : Math.max(24, (end - start) / 2);
  const turn = from.column === to.column ? -18 : -bend;
  path.setAttribute("d", `M${start} ${from.y} C${start + bend} ${from.y} ${end + turn} ${to.y} ${end} ${to.y}`);
  path.classList.toggle("same", from.letter === to.letter);
  path.classList.toggle("away", from.away || to.away);
  return path;
}

let waiting = false;
function joinSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    for (const work of all(".work")) join(work);
  });
}
addEventListener("scroll", joinSoon, { capture: true, passive: true });
addEventListener("resize", joinSoon, { passive: true });

applyFilter();
for (const work of all(".work")) refresh(work);
followHash();
addEventListener("hashchange", followHash);
