// After a telephone number was tapped and the person is back: asks how it went, and leads to the form, filled in.
import { toast, words } from "./start.js";

const KEPT = "zhike-call";
const SHORTEST_MS = 3000;

document.addEventListener("click", (event) => {
  const number = event.target.closest("a[data-call]");
  if (number) sessionStorage.setItem(KEPT, JSON.stringify({ url: number.dataset.call, who: number.dataset.who, at: Date.now() }));
});
for (const back of ["visibilitychange", "focus", "pageshow"]) {
  (back === "visibilitychange" ? document : window).addEventListener(back, offer);
}

function offer() {
  const call = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (document.hidden || !call || Date.now() - call.at < SHORTEST_MS || document.getElementById("how-was-it")) return;
  const shown = toast(words("howWasIt", { who: call.who }), "stays");
  shown.id = "how-was-it";
  const log = Object.assign(document.createElement("a"), { href: filled(call), textContent: words("logIt") });
  log.className = "toast-go";
  shown.querySelector("span").after(log);
  shown.addEventListener("click", (event) => { if (event.target.closest("a, [data-close]")) sessionStorage.removeItem(KEPT); });
}

function filled(call) {
  const address = new URL(call.url, location.href);
  address.searchParams.set("called", Math.round(call.at / 1000));
  address.searchParams.set("minutes", Math.max(1, Math.round((Date.now() - call.at) / 60000)));
  if (!address.searchParams.has("next")) address.searchParams.set("next", location.pathname);
  return address;
}
