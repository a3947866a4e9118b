// A tap on the picture or on a line says where a word belongs; a list of places, or a number, does so without a pointer.
import { attach } from "./start.js";

const SVG = "http://www.w3.org/2000/svg";

attach("[data-pins]", (picture) => {
  const panel = document.querySelector(picture.dataset.pins);
  if (!panel) return;
  picture.addEventListener("click", (event) => {
    const box = picture.querySelector("img").getBoundingClientRect();
    const x = percent(event.clientX - box.left, box.width);
    const y = percent(event.clientY - box.top, box.height);
    panel.querySelector("[name=x]").value = x;
    panel.querySelector("[name=y]").value = y;
    panel.querySelector("[data-pinned]").hidden = false;
    panel.querySelector("[data-unpinned]").hidden = true;
    mark(picture, x, y);
    panel.open = true;
    panel.querySelector("textarea").focus();
  });
});

attach("[data-lines]", (text) => {
  const panel = document.querySelector(text.dataset.lines);
  text.addEventListener("click", (event) => {
    const line = event.target.closest("[data-line]");
    if (!line || !panel) return;
    text.querySelector("[data-new]")?.removeAttribute("data-new");
    line.dataset.new = "";
    panel.open = true;
    panel.querySelector("[name=line]").value = line.dataset.line;
    panel.querySelector("textarea").focus();
  });
});

function percent(at, size) {
  return Math.min(100, Math.max(0, (100 * at) / size)).toFixed(2);
}

function mark(picture, x, y) {
  const pins = picture.querySelector(".review-pins");
  pins.querySelector("[data-new]")?.remove();
  const pin = document.createElementNS(SVG, "svg");
  pin.setAttribute("x", `${x}%`);
  pin.setAttribute("y", `${y}%`);
  pin.setAttribute("overflow", "visible");
  pin.dataset.new = "";
  const circle = document.createElementNS(SVG, "circle");
  circle.setAttribute("r", "11");
  pin.append(circle);
  pins.append(pin);
}
