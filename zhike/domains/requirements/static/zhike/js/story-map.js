// A card or an activity of the story map is dragged by its grip, or moved by Alt with an arrow key, as its menu does.
import { attach, told } from "./start.js";

const KEPT = "story-map";
const KEYS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", PageUp: "earlier", PageDown: "later" };

attach("[data-story-map]", (map) => {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.path === location.pathname) {
    map.scrollLeft = kept.left;
    document.getElementById(kept.card)?.querySelector("a").focus({ preventScroll: true });
  }
  const all = map.querySelectorAll("[data-map-card], [data-map-column]");
  all.forEach((one) => one.querySelector("form") && movable(map, one, one.matches("th") ? beside : below));
});

function movable(map, card, aim) {
  const grip = card.querySelector("[data-map-grip]");
  let from, spot;
  const end = () => { card.classList.remove("lifted"); card.style.translate = ""; mark(map, null); from = null; };
  grip.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    from = { x: event.clientX + map.scrollLeft, y: event.clientY + scrollY };
    spot = null;
    card.classList.add("lifted");
  });
  grip.addEventListener("pointermove", (event) => {
    if (!from) return;
    follow(map, event);
    card.style.translate = `${event.clientX + map.scrollLeft - from.x}px ${event.clientY + scrollY - from.y}px`;
    mark(map, (spot = aim(card, event)));
  });
  grip.addEventListener("pointerup", () => {
    end();
    if (spot) send(map, card, { ...spot.cell?.dataset, before: spot.before?.dataset.number ?? "" });
  });
  grip.addEventListener("pointercancel", end);
  card.addEventListener("keydown", (event) => {
    const to = event.altKey && KEYS[event.key];
    if (to) event.preventDefault();
    if (to && card.querySelector(`button[value="${to}"]`)) send(map, card, { to });
  });
}

// The cell below the pointer, and the card there before which it would stand.
function below(card, event) {
  const cell = document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest("[data-map-cell]")).find(Boolean);
  return cell && { cell, before: [...cell.querySelectorAll("[data-map-card]")].find((one) => one !== card && event.clientY < half(one, "top", "height")) };
}

// The activity before which this one would stand.
function beside(column, event) {
  return { before: [...column.parentElement.children].find((one) => one !== column && event.clientX < half(one, "left", "width")) };
}

const half = (one, at, size) => one.getBoundingClientRect()[at] + one.getBoundingClientRect()[size] / 2;

function mark(map, spot) {
  map.querySelectorAll("[data-over], [data-before]").forEach((one) => { delete one.dataset.over; delete one.dataset.before; });
  if (spot?.cell) spot.cell.dataset.over = "";
  if (spot?.before) spot.before.dataset.before = "";
}

function follow(map, { clientX, clientY }) {
  const box = map.getBoundingClientRect();
  if (clientX > box.right - 40) map.scrollLeft += 16; else if (clientX < box.left + 40) map.scrollLeft -= 16;
  if (clientY > innerHeight - 60) scrollBy(0, 16); else if (clientY < 60) scrollBy(0, -16);
}

// What the answer says stands on the page as it is loaded anew, so the answer itself is not followed.
function send(map, card, values) {
  const body = new URLSearchParams({ ...Object.fromEntries(new FormData(card.querySelector("form"))), ...values });
  fetch(card.querySelector("form").action, { method: "POST", body, redirect: "manual" }).then((answer) => {
    if (answer.type !== "opaqueredirect") return told({ status: answer.status });
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, left: map.scrollLeft, card: card.id }));
    return location.reload();
  }, () => told({}));
}
