// Signs what is sent: htmx's requests get the token, and forms get the newest (it changes at each sign-in).
import { cookie } from "./start.js";

document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["X-CSRFToken"] = cookie("csrftoken");
});

document.addEventListener("submit", (event) => {
  const token = event.target.elements?.csrfmiddlewaretoken;
  if (token && cookie("csrftoken")) token.value = cookie("csrftoken");
}, true);
