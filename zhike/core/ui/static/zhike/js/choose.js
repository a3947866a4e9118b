// A <select> with many choices becomes a field to search in; the select stays, and is what is sent.
import { ask, attach, words } from "./start.js";

attach("select[data-choose]", (select) => {
  const box = Object.assign(document.createElement("div"), { className: "choose" });
  const input = Object.assign(document.createElement("input"), { className: "input", type: "text", autocomplete: "off", role: "combobox", ariaExpanded: "false" });
  const list = Object.assign(document.createElement("ul"), { className: "choose-list", hidden: true, role: "listbox", id: `${select.id}-choices` });
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-autocomplete", "list");
  const label = select.labels[0];
  input.id = `${select.id}-search`;
  if (label) label.htmlFor = input.id;
  input.required = select.required;
  select.required = false;
  input.value = select.selectedOptions[0]?.value ? select.selectedOptions[0].text.trim() : "";
  select.hidden = true;
  select.before(box);
  box.append(input, list);
  let waiting = 0;

  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, 120); if (!input.value) put("", ""); });
  input.addEventListener("focus", () => { input.select(); find(); });
  input.addEventListener("blur", () => setTimeout(() => { show(false); input.value = select.selectedOptions[0]?.value ? select.selectedOptions[0].text.trim() : ""; }, 150));
  list.addEventListener("pointerdown", (event) => { const option = event.target.closest("[role=option]"); if (option) { event.preventDefault(); take(option); } });
  input.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); show(false); }
    if (event.key === "Enter" && !list.hidden && chosen()) { event.preventDefault(); take(chosen()); }
    if (by) { event.preventDefault(); const all = options(); mark(all[(all.indexOf(chosen()) + by + all.length) % all.length]); }
  });

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  async function find() {
    const wanted = input.value === select.selectedOptions[0]?.text.trim() ? "" : input.value;
    const response = await ask(`${select.dataset.choose}?q=${encodeURIComponent(wanted)}`).catch(() => null);
    if (!response || document.activeElement !== input) return;
    list.innerHTML = await response.text();
    options().forEach((option, index) => { option.id = `${list.id}-${index}`; });
    if (!options().length) list.append(Object.assign(document.createElement("li"), { className: "menu-title", textContent: words("nothing") }));
    show(true);
    mark(options()[0]);
  }

  function mark(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option?.id ?? "");
  }

  function take(option) { put(option.dataset.value, option.dataset.text ?? option.textContent.trim()); show(false); }
  function show(open) { list.hidden = !open; input.ariaExpanded = String(open); }

  function put(value, text) {
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(text, value));
    select.value = value;
    input.value = value ? text : "";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
