// Moves a card by dragging: what is dropped presses the same button as the card's menu does.
import { attach } from "./start.js";

let lifted = null;

attach("[data-card]", (card) => {
  card.draggable = Boolean(card.querySelector("form[data-target]"));
  card.querySelectorAll("a").forEach((link) => { link.draggable = false; });
  card.addEventListener("dragstart", (event) => {
    lifted = card;
    card.classList.add("lifted");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.querySelector("a")?.href ?? "");
  });
  card.addEventListener("dragend", () => {
    card.classList.remove("lifted");
    document.querySelectorAll("[data-board] [data-over]").forEach((column) => column.removeAttribute("data-over"));
    lifted = null;
  });
});

attach("[data-board] [data-state]", (column) => {
  const step = () => lifted?.querySelector(`form[data-target="${CSS.escape(column.dataset.state)}"]`);
  column.addEventListener("dragover", (event) => {
    if (!step()) return;
    event.preventDefault();
    column.dataset.over = "";
  });
  column.addEventListener("dragleave", (event) => { if (!column.contains(event.relatedTarget)) delete column.dataset.over; });
  column.addEventListener("drop", (event) => {
    if (!step()) return;
    event.preventDefault();
    step().requestSubmit();
  });
});
