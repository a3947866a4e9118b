// What happens now: one tab of this browser listens to the server and tells the others.
import { toast } from "./start.js";

const url = () => document.body?.dataset.live;
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("zhike-live") : null;
tabs?.addEventListener("message", (event) => hear(event.data.name, event.data.facts));

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();

function begin() {
  if (!url()) return;
  if (navigator.locks) navigator.locks.request("zhike-live", () => new Promise(listen));
  else listen();
}

function listen() {
  const source = new EventSource(url());
  for (const name of ["notify", "job"]) {
    source.addEventListener(name, (event) => {
      const facts = JSON.parse(event.data);
      tabs?.postMessage({ name, facts });
      hear(name, facts);
    });
  }
}

function hear(name, facts) {
  document.dispatchEvent(new CustomEvent(`live:${name}`, { detail: facts }));
  if (name === "notify") notify(facts);
}

function notify({ unread, text, url: target }) {
  document.querySelectorAll("[data-unread]").forEach((count) => {
    count.textContent = unread;
    count.hidden = !unread;
  });
  if (!text || document.hidden) return;
  const shown = toast(text);
  if (!target) return;
  const link = Object.assign(document.createElement("a"), { href: target, textContent: text });
  shown.querySelector("span").replaceChildren(link);
}
