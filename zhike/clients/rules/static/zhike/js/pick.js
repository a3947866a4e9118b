// A menu of ticks says on its summary what is ticked.
import { attach } from "./start.js";

attach("details[data-pick]", (menu) => {
  const said = menu.querySelector("[data-picked]");
  menu.addEventListener("change", () => {
    const ticked = [...menu.querySelectorAll("input:checked")].map((input) => input.nextElementSibling.textContent);
    said.textContent = ticked.join(", ") || said.dataset.none;
  });
});
