// Puts a row elsewhere by dragging: what is dropped presses the same button as the row's arrows, with the new place.
import { attach } from "./start.js";

let lifted = null;

attach("[data-reorder] > tr", (row) => {
  const form = row.querySelector("form.stage-order");
  if (!form) return;
  row.draggable = true;
  row.querySelectorAll("a").forEach((link) => { link.draggable = false; });
  row.addEventListener("dragstart", (event) => {
    lifted = row;
    row.classList.add("lifted");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", row.dataset.place);
  });
  row.addEventListener("dragend", () => {
    row.classList.remove("lifted");
    lifted = null;
  });
  row.addEventListener("dragover", (event) => {
    if (!lifted || lifted === row) return;
    event.preventDefault();
    row.dataset.over = "";
  });
  row.addEventListener("dragleave", () => delete row.dataset.over);
  row.addEventListener("drop", (event) => {
    if (!lifted || lifted === row) return;
    event.preventDefault();
    const place = Object.assign(document.createElement("input"), { type: "hidden", name: "place", value: row.dataset.place });
    const moved = lifted.querySelector("form.stage-order");
    moved.append(place);
    moved.requestSubmit();
  });
});
