// Minutes by keyboard: Enter keeps the line in this browser and sends it; lines are sent in order, and again until they
// have arrived. Each has a key of its own, so that one sent twice stands once.
import { ask, attach, told } from "./start.js";

const AGAIN = 4000;

attach("[data-minutes]", (form) => {
  const name = `minutes:${form.dataset.minutes}`;
  const unsent = form.querySelector("[data-unsent]");
  const kept = () => JSON.parse(localStorage.getItem(name) ?? "[]");
  let sending = false;

  function keep(lines) {
    if (lines.length) localStorage.setItem(name, JSON.stringify(lines));
    else localStorage.removeItem(name);
    unsent.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line.text })));
  }

  async function send() {
    if (sending || !kept().length) return;
    sending = true;
    const [line] = kept();
    try {
      const answer = await ask(form.action, { method: "POST", body: new URLSearchParams(line) });
      put(await answer.text());
      keep(kept().filter((one) => one.key !== line.key));
      sending = false;
      send();
    } catch (error) {
      sending = false;
      if (!error.status || error.status >= 500 || error.status === 401) return setTimeout(send, AGAIN);
      keep(kept().filter((one) => one.key !== line.key));
      if (!form.elements.text.value) form.elements.text.value = line.text;
      told(error);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = form.elements.text.value.trim();
    if (!text) return;
    const { kind, topic } = Object.fromEntries(new FormData(form));
    keep([...kept(), { key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, text, kind: kind ?? "", topic: topic ?? "" }]);
    form.elements.text.value = "";
    form.querySelector("[name=kind][value='']").checked = true;
    form.elements.text.focus();
    send();
  });

  keep(kept());
  send();
});

function put(html) {
  const piece = new DOMParser().parseFromString(html, "text/html");
  const found = piece.getElementById("minutes");
  const lines = document.getElementById("minutes");
  if (found && lines) lines.replaceWith(found);
  document.querySelector(".meeting-typing")?.scrollIntoView({ block: "nearest" });
}
