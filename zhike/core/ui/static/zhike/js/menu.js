// A <details> that behaves as a menu: closes when left, and arrows move in it.
import { attach } from "./start.js";

attach("details[data-menu]", (menu) => {
  const summary = menu.querySelector("summary");
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) { menu.open = false; summary.focus(); event.stopPropagation(); }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    event.preventDefault();
    menu.open = true;
    const all = [...menu.querySelectorAll(".menu :is(a, button, input):not([hidden], [type=hidden])")];
    const at = all.indexOf(document.activeElement);
    all[(at + by + all.length) % all.length]?.focus();
  });
  menu.addEventListener("toggle", () => menu.open && fit(menu.querySelector(".menu")));
});

document.addEventListener("click", (event) => {
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    const within = menu.contains(event.target);
    if (!within || event.target.closest(".menu a, .menu button[data-dialog], .menu button[data-keys-help]")) menu.open = false;
  });
});

// A menu that would leave the window opens to the other side; one within something that scrolls stands free of it.
function fit(list) {
  if (list?.closest(".board, .table-scroll")) return free(list, list.parentElement.getBoundingClientRect());
  const box = list?.getBoundingClientRect();
  if (box && box.right > innerWidth) list.parentElement.classList.add("end");
  if (box && box.bottom > innerHeight && box.top > box.height) list.parentElement.classList.add("up");
}

function free(list, opener) {
  list.style.position = "fixed";
  list.style.inset = "auto";
  list.style.top = `${Math.min(opener.bottom + 4, innerHeight - list.offsetHeight - 8)}px`;
  list.style.left = `${Math.max(8, Math.min(opener.left, innerWidth - list.offsetWidth - 8))}px`;
}
