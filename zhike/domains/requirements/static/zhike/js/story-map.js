// A card of the story map is dragged by its grip, or moved by Alt with an arrow key; both press what its menu offers.
import { attach, told } from "./start.js";

const KEPT = "story-map";
const KEYS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", PageUp: "earlier", PageDown: "later" };

attach("[data-story-map]", (map) => {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.path === location.pathname) {
    map.scrollLeft = kept.left;
    map.querySelector(`[data-map-card="${kept.card}"] a`)?.focus({ preventScroll: true });
  }
  map.querySelectorAll("[data-map-card]").forEach((card) => card.querySelector("form") && movable(map, card));
});

function movable(map, card) {
  const grip = card.querySelector("[data-map-grip]");
  let from = null;
  let spot = null;
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
    spot = below(card, event);
    mark(map, spot);
  });
  grip.addEventListener("pointerup", () => {
    end();
    if (spot) send(map, card, { activity: spot.cell.dataset.activity, phase: spot.cell.dataset.phase, before: spot.before?.dataset.mapCard ?? "" });
  });
  grip.addEventListener("pointercancel", end);
  card.addEventListener("keydown", (event) => {
    const to = event.altKey && KEYS[event.key];
    if (!to) return;
    event.preventDefault();
    if (card.querySelector(`button[value="${to}"]`)) send(map, card, { to });
  });
}

// The cell below the pointer, and the card there before which it would stand.
function below(card, event) {
  const cell = document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest("[data-map-cell]")).find(Boolean);
  if (!cell) return null;
  const others = [...cell.querySelectorAll("[data-map-card]")].filter((one) => one !== card);
  const before = others.find((one) => { const box = one.getBoundingClientRect(); return event.clientY < box.top + box.height / 2; });
  return { cell, before };
}

function mark(map, spot) {
  map.querySelectorAll("[data-over], [data-before]").forEach((one) => { delete one.dataset.over; delete one.dataset.before; });
  if (spot) spot.cell.dataset.over = "";
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
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, left: map.scrollLeft, card: card.dataset.mapCard }));
    return location.reload();
  }, () => told({}));
}
