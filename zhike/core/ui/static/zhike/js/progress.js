// Long work: asks how far it is until it is done.
import { ask, attach } from "./start.js";

attach("[data-progress]", (element) => {
  const timer = setInterval(refresh, 1500);
  const told = (event) => String(event.detail.id) === element.dataset.job && refresh();
  document.addEventListener("live:job", told);
  let asking = false;

  async function refresh() {
    if (!element.isConnected) return end();
    if (asking || document.hidden) return;
    asking = true;
    const response = await ask(element.dataset.progress).catch(() => null);
    asking = false;
    if (!response) return;
    const next = new DOMParser().parseFromString(await response.text(), "text/html").body.firstElementChild;
    if (!next) return;
    end();
    element.replaceWith(document.adoptNode(next));
  }

  function end() {
    clearInterval(timer);
    document.removeEventListener("live:job", told);
  }
});
