// Drag what may be moved to another day; arrows leaf through the weeks or months. The form beside each item does the same.
import { attach, typing } from "./start.js";

attach("[data-calendar]", (calendar) => {
  let dragged = null;
  calendar.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[draggable]");
    event.dataTransfer.effectAllowed = "move";
  });
  calendar.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-day]");
    if (!dragged || !over) return;
    event.preventDefault();
    mark(over);
  });
  calendar.addEventListener("dragend", () => { dragged = null; mark(null); });
  calendar.addEventListener("drop", (event) => {
    const over = event.target.closest("[data-day]");
    const form = dragged?.querySelector("[data-move]");
    event.preventDefault();
    if (!form || !over || dragged.closest("[data-day]") === over) return;
    form.elements.day.value = over.dataset.day;
    form.requestSubmit();
  });
  function mark(square) {
    calendar.querySelectorAll(".over").forEach((one) => one.classList.remove("over"));
    square?.classList.add("over");
  }
});

attach("[data-send-on-change]", (form) => form.addEventListener("change", () => form.requestSubmit()));

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  document.querySelector(`[data-arrow="${event.key.replace(/[^a-z]/gi, "")}"]`)?.click();
});
