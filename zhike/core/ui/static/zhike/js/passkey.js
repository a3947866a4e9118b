// Passkeys: asks the browser for one, or to make one, and sends what it gives with the form.
import { attach } from "./start.js";

attach("[data-passkey]", (form) => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  form.hidden = false;
  document.querySelectorAll("[data-passkey-only]").forEach((one) => (one.hidden = false));
  const failed = form.querySelector("[data-passkey-failed]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const credential = await (form.dataset.passkey === "create" ? made : given)(form);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
});

async function given(form) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON((await options(form)).publicKey);
  return navigator.credentials.get({ publicKey });
}

async function made(form) {
  const { publicKey } = await options(form);
  const alone = Boolean(form.elements.passwordless?.checked);
  Object.assign(publicKey.authenticatorSelection, {
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone && { userVerification: "required" }),
  });
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
}

async function options(form) {
  const told = form.querySelector("script[type='application/json']");
  if (told) return JSON.parse(told.textContent);
  const answer = await fetch(form.dataset.optionsUrl, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}
