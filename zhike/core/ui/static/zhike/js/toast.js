// Messages leave by themselves; bad news and the pointed-at stay. A button with data-close closes what it stands in.
import { attach } from "./start.js";

const SHOWN_MS = 8000;

attach("[data-toast]", (toast) => {
  if (["error", "stays"].includes(toast.dataset.signal)) return;
  let timer = setTimeout(leave, SHOWN_MS);
  toast.addEventListener("pointerenter", () => clearTimeout(timer));
  toast.addEventListener("focusin", () => clearTimeout(timer));
  toast.addEventListener("pointerleave", () => { timer = setTimeout(leave, SHOWN_MS); });
  function leave() {
    toast.dataset.leaving = "";
    setTimeout(() => toast.remove(), 200);
  }
});

document.addEventListener("click", (event) => {
  const closer = event.target.closest("[data-close]");
  const closed = closer?.closest("[data-toast], .notice, dialog");
  if (!closed) return;
  event.preventDefault();
  if (closed.matches("dialog")) closed.close();
  else closed.remove();
});
