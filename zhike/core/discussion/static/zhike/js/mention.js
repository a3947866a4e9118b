// Typing @ in a comment offers colleagues who see the record; the arrows choose, Enter or Tab takes.
import { ask, attach } from "./start.js";

const TYPED = /(?:^|[^A-Za-z0-9._%+-])[@＠]([^\s@＠]{0,30})$/;

attach("textarea[data-mention]", (text) => {
  const list = Object.assign(document.createElement("ul"), { className: "choose-list", hidden: true, id: `mention-${Math.random().toString(36).slice(2)}` });
  list.setAttribute("role", "listbox");
  text.after(list);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", list.id);
  let waiting = 0;
  let asked = 0;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");
  const typed = () => TYPED.exec(text.value.slice(0, text.selectionStart))?.[1];

  text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, 100); });
  text.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) { event.preventDefault(); take(option); }
  });
  text.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) mark(options()[(options().indexOf(chosen()) + by + options().length) % options().length]);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen()) take(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  async function find() {
    const wanted = typed();
    if (wanted === undefined) return close();
    const mine = ++asked;
    const answer = await ask(`${text.dataset.mention}?q=${encodeURIComponent(wanted)}`).catch(() => null);
    if (!answer || mine !== asked) return;
    list.innerHTML = await answer.text();
    options().forEach((option, index) => { option.id = `${list.id}-${index}`; });
    list.hidden = !options().length;
    if (!list.hidden) mark(options()[0]);
  }

  function mark(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", option.id);
  }

  function take(option) {
    const end = text.selectionStart;
    text.setRangeText(`${option.dataset.value} `, end - typed().length, end, "end");
    close();
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function close() {
    list.hidden = true;
    asked += 1;
    text.removeAttribute("aria-activedescendant");
  }
});
