// Ctrl J in a text, or the button below it, offers snippets; what is chosen goes in where one was writing.
import { ask, attach, told } from "./start.js";

attach("textarea[data-snippets]", (area) => {
  const open = Object.assign(document.createElement("button"), { type: "button", className: "button quiet small snippets-open" });
  const mac = /Mac|iP/.test(navigator.platform);
  open.append(area.dataset.snippetsWords, " ", Object.assign(document.createElement("kbd"), { textContent: mac ? "⌘J" : "Ctrl J" }));
  open.setAttribute("aria-expanded", "false");
  area.after(open);
  let panel = null;

  open.addEventListener("click", () => (panel ? close() : show()));
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "j") return;
    event.preventDefault();
    show();
  });

  async function show() {
    close();
    const form = new FormData(area.form);
    const asked = new URLSearchParams(["client", "contacts"].flatMap((name) => form.getAll(name).map((value) => [name, value])));
    const answer = await ask(`${area.dataset.snippets}?${asked}`).catch(told);
    if (!answer) return;
    const held = document.createElement("div");
    held.innerHTML = await answer.text();
    panel = held.firstElementChild;
    open.after(panel);
    open.setAttribute("aria-expanded", "true");
    use(panel, put, close);
  }

  function put(text) {
    close();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function close() {
    panel?.remove();
    if (panel) area.focus();
    panel = null;
    open.setAttribute("aria-expanded", "false");
  }
});

function use(panel, put, close) {
  const input = panel.querySelector("input"), all = [...panel.querySelectorAll("[role=option]")];
  const shown = () => all.filter((one) => !one.hidden);
  const chosen = () => panel.querySelector("[aria-selected=true]");
  const mark = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option?.id ?? "");
  };
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/);
    all.forEach((one) => { one.hidden = !words.every((word) => one.textContent.toLowerCase().includes(word)); });
    mark(shown()[0]);
  });
  panel.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key], rows = shown();
    if (event.key === "Escape") { event.stopPropagation(); event.preventDefault(); close(); }
    if (event.target !== input) return;
    if (event.key === "Enter") { event.preventDefault(); if (chosen()) put(chosen().dataset.text); }
    if (by && rows.length) { event.preventDefault(); mark(rows[(rows.indexOf(chosen()) + by + rows.length) % rows.length]); }
  });
  panel.addEventListener("click", (event) => { const option = event.target.closest("[role=option]"); if (option) put(option.dataset.text); });
  mark(all[0]);
  input.focus();
  panel.scrollIntoView({ block: "nearest" });
}
