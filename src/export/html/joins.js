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
  // At the height of its underline, so that the line strikes no words out.
  const level = at.bottom - 1;
  const y = Math.min(Math.max(level, frame.top + 4), frame.bottom - 4);
  const letter = mark.dataset.letter;
  const [left, right] = [at.left - box.left, at.right - box.left];
  const [margin, edge] = [frame.left - box.left + 8, frame.right - box.left - 18];
  return { left, right, margin, edge, top: at.top - box.top, y: y - box.top, away: y !== level, column, letter };
}

// To another column along the line and by a curve between the columns, inside of a column by a bracket in its margin,
// inside of a line by an arc above the words.
function course(from, to) {
  if (from.column !== to.column) {
    const [start, end] = [Math.max(from.edge, from.right), Math.min(to.margin + 8, to.left)];
    const bend = Math.max(16, (end - start) / 2);
    const curve = `C${start + bend} ${from.y} ${end - bend} ${to.y} ${end} ${to.y}`;
    return `M${from.right} ${from.y} H${start} ${curve} H${to.left}`;
  }
  if (Math.abs(from.y - to.y) < 10) {
    const [start, end, above] = [from.left + 8, to.left + 8, from.top - 12];
    return `M${start} ${from.top} C${start} ${above} ${end} ${above} ${end} ${to.top}`;
  }
  return `M${from.margin + 8} ${from.y} H${from.margin} V${to.y} h8`;
}

function line(from, to) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", course(from, to));
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
