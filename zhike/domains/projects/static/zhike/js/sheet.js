// Arrow keys and Enter move from cell to cell of a sheet, as in any table of figures.
import { attach } from "./start.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

attach("[data-sheet]", (sheet) => {
  sheet.addEventListener("keydown", (event) => {
    const input = event.target;
    const step = STEPS[event.key];
    if (!step || input.tagName !== "INPUT" || event.metaKey || event.ctrlKey) return;
    if (step[1] < 0 && input.selectionStart > 0) return;
    if (step[1] > 0 && input.selectionEnd < input.value.length) return;
    const cell = input.closest("td");
    const next = neighbour(cell, step);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  });
});

function neighbour(cell, [down, across]) {
  let row = cell.parentElement;
  let place = cell.cellIndex;
  do {
    row = down < 0 ? row.previousElementSibling : down > 0 ? row.nextElementSibling : row;
    place += across;
    const input = row?.cells[place]?.querySelector("input");
    if (input) return input;
  } while (row?.cells[place]);
  return null;
}
