// A cursor in a list: j and k move it, Enter opens, x ticks, e edits.
import { typing } from "./start.js";

const DOES = { j: () => step(1), k: () => step(-1), Enter: open, x: tick, e: edit };

document.addEventListener("keydown", (event) => {
  const does = DOES[event.key];
  if (!does || event.metaKey || event.ctrlKey || event.altKey || busy(event.target) || !rows().length) return;
  if (does() !== false) event.preventDefault();
});

function busy(target) {
  const pressable = target.closest("a, button, summary, [role=option]");
  return typing(target) || document.querySelector("dialog[open]") || (pressable && !pressable.closest("[data-cursor]"));
}

const rows = () => [...document.querySelectorAll("[data-cursor-list] > *")].filter((row) => row.querySelector("a, button"));
const current = () => document.querySelector("[data-cursor-list] > [data-cursor]");

function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  current()?.removeAttribute("data-cursor");
  next.setAttribute("data-cursor", "");
  next.scrollIntoView({ block: "nearest" });
  next.querySelector("th a, a")?.focus({ preventScroll: true });
}

function open() {
  const link = current()?.querySelector("th a, a");
  return link ? link.click() : false;
}

function tick() {
  const box = current()?.querySelector(".check");
  return box ? box.click() : false;
}

function edit() {
  const cell = current()?.querySelector("[data-edit]");
  return cell ? cell.click() : false;
}
