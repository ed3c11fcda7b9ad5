// Forms: a second click waits for the first; a refusal is focused; a choice marked data-send sends at once.
export function watchForms() {
  document.querySelector("[data-focus]")?.focus();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-send]")) event.target.form.requestSubmit();
  });
}
