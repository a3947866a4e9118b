// A step of a flow is dragged to another cell, or moved by the arrow keys; the server says where it may stand.
import { attach, cookie, told } from "./start.js";

const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const KEPT = "flow";

attach("[data-flow]", (drawing) => {
  const [across, down] = [Number(drawing.dataset.across), Number(drawing.dataset.down)];
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.url === drawing.dataset.flow) {
    drawing.scrollLeft = kept.left;
    drawing.querySelector(`[data-flow-node="${kept.node}"]`)?.focus({ preventScroll: true });
  }
  drawing.querySelectorAll("[data-flow-node]").forEach((node) => {
    const [column, row] = node.dataset.at.split(",").map(Number);
    let from = null;
    let by = [0, 0];
    node.addEventListener("pointerdown", (event) => {
      from = [event.clientX, event.clientY];
      by = [0, 0];
      node.setPointerCapture(event.pointerId);
    });
    node.addEventListener("pointermove", (event) => {
      if (!from) return;
      const [x, y] = [event.clientX - from[0], event.clientY - from[1]];
      node.setAttribute("transform", `translate(${x} ${y})`);
      by = [Math.max(-column, Math.round(x / across)), Math.max(-row, Math.round(y / down))];
    });
    const end = () => { from = null; node.removeAttribute("transform"); };
    node.addEventListener("pointerup", () => { end(); if (by[0] || by[1]) move(drawing, node, column + by[0], row + by[1]); });
    node.addEventListener("pointercancel", end);
    node.addEventListener("keydown", (event) => {
      const step = KEYS[event.key];
      if (!step) return;
      event.preventDefault();
      if (column + step[0] >= 0 && row + step[1] >= 0) move(drawing, node, column + step[0], row + step[1]);
    });
  });
});

// What the answer says stands on the page as it is loaded anew, so the answer itself is not followed.
function move(drawing, node, column, row) {
  const body = new URLSearchParams({ node: node.dataset.flowNode, column, row, seen: node.dataset.at });
  const headers = { "X-CSRFToken": cookie("csrftoken") };
  fetch(drawing.dataset.flow, { method: "POST", body, headers, redirect: "manual" }).then((answer) => {
    if (answer.type !== "opaqueredirect") return told({ status: answer.status });
    sessionStorage.setItem(KEPT, JSON.stringify({ url: drawing.dataset.flow, left: drawing.scrollLeft, node: node.dataset.flowNode }));
    return location.reload();
  }, () => told({}));
}
