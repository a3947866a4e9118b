// Says what went wrong when a part of the page could not be had.
import { atGate, told } from "./start.js";

document.addEventListener("htmx:before:response", (event) => {
  const { raw, status } = event.detail.ctx.response;
  if (status !== 401 && !(raw.redirected && atGate(raw.url))) return;
  event.preventDefault();
  document.dispatchEvent(new CustomEvent("session:ended"));
});

document.addEventListener("htmx:response:error", (event) => {
  const { status } = event.detail.ctx.response;
  if (![401, 409, 422].includes(status)) told({ status });
});

document.addEventListener("htmx:error", () => told({}));
