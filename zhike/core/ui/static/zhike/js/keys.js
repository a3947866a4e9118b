// Single keys: what a page offers says its own key; g and a letter goes to a place; ? shows all.
import { attach, typing } from "./start.js";

let going = 0;

attach("[data-mac]", (key) => { if (/Mac|iPhone|iPad/.test(navigator.platform)) key.textContent = key.dataset.mac; });
attach("[data-keys-help]", (button) => { button.hidden = false; button.addEventListener("click", help); });

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  const target = wanted(event.key);
  going = event.key === "g" ? Date.now() : 0;
  if (event.key === "?") help();
  else if (target) press(event, target);
});

function wanted(key) {
  if (!/^[a-z/]$/.test(key)) return null;
  if (Date.now() - going < 1500) return document.querySelector(`[data-go="${key}"]`);
  return document.querySelector(key === "c" ? "[data-create], [data-key=c]" : `[data-key="${key}"]`);
}

function press(event, target) {
  event.preventDefault();
  if (typing(target)) target.focus();
  else target.click();
}

function help() {
  document.getElementById("keys")?.showModal();
}
