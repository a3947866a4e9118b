// The card of the look round: marks what is meant, takes the focus so that it is read out, and Esc leaves.
import { attach } from "./start.js";

attach("[data-tour]", (card) => {
  const meant = document.querySelector(card.dataset.tour);
  meant?.classList.add("tour-meant");
  meant?.scrollIntoView({ block: "center" });
  card.querySelector("h2").focus({ preventScroll: true });
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") (card.querySelector("[data-tour-end]") ?? card.querySelector("button")).click();
  });
});
